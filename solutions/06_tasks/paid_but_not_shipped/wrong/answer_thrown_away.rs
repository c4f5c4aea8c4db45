// Why it tempts: the task has been awaited, so the sale is done.
// Why it fails: what the handle returns is the answer: a declined card, a panic. `let _ =` throws
// it away.
// Rejected by: a_declined_card_is_an_error_and_ships_nothing
// Says: and `sell` says Ok

mod shop;

use anyhow::Result;
pub use shop::{Order, Shop};

pub async fn sell(shop: &Shop, order: &Order) -> Result<()> {
    let sale = shop.work.spawn({
        let (shop, order) = (shop.clone(), order.clone());
        async move {
            shop.charge(&order).await?;
            shop.ship(&order).await
        }
    });
    // ANCHOR: mistake
    let _ = sale.await;
    Ok(())
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
