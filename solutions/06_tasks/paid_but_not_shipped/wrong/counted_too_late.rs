// Why it tempts: the task carries a token of the tracker for as long as it runs.
// Why it fails: it takes the token in its first turn. Until then nobody has counted it, and a shop
// that closes just then closes without it.
// Rejected by: the_shop_closes_after_its_last_sale
// Says: How does the shop know

mod shop;

use anyhow::Result;
pub use shop::{Order, Shop};

pub async fn sell(shop: &Shop, order: &Order) -> Result<()> {
    let (shop, order) = (shop.clone(), order.clone());
    let sale = tokio::spawn(async move {
        // ANCHOR: mistake
        let _counted = shop.work.token();
        // ANCHOR_END: mistake
        shop.charge(&order).await?;
        shop.ship(&order).await
    });
    sale.await?
}

#[cfg(test)]
mod check;
