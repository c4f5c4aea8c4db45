// Why it tempts: a task of its own survives the caller, and the handle brings the answer.
// Why it fails: the shop does not know of it. It closes, the program ends, and the runtime drops
// the task between the bank and the courier.
// Rejected by: the_shop_closes_after_its_last_sale
// Says: How does the shop know

mod shop;

use anyhow::Result;
pub use shop::{Order, Shop};

pub async fn sell(shop: &Shop, order: &Order) -> Result<()> {
    let (shop, order) = (shop.clone(), order.clone());
    // ANCHOR: mistake
    let sale = tokio::spawn(async move {
        shop.charge(&order).await?;
        shop.ship(&order).await
    });
    // ANCHOR_END: mistake
    sale.await?
}

#[cfg(test)]
mod check;
