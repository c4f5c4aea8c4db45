// Why it tempts: `close` waits for all work that is counted, and this sale is some of it.
// Why it fails: so are the sales of all others. While they go on, this customer is told nothing.
// Rejected by: two_sales_do_not_wait_for_each_other
// Says: What else did they wait for?

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
    shop.close().await;
    sale.await?
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
