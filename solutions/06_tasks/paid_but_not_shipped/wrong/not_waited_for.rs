// Why it tempts: the shop's tracker keeps the task, so nobody else has to.
// Why it fails: `sell` says `Ok` before the bank was asked. A declined card, a panic, all of it is
// said to nobody.
// Rejected by: a_sale_is_charged_and_shipped_when_it_returns
// Says: told too much, too early

mod shop;

use anyhow::Result;
pub use shop::{Order, Shop};

pub async fn sell(shop: &Shop, order: &Order) -> Result<()> {
    // ANCHOR: mistake
    shop.work.spawn({
        let (shop, order) = (shop.clone(), order.clone());
        async move {
            shop.charge(&order).await?;
            shop.ship(&order).await
        }
    });
    Ok(())
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
