// Why it tempts: the tracker counts the sale, so the shop waits for it.
// Why it fails: counting polls nothing. The future belongs to the caller and is dropped with it.
// Rejected by: a_sale_is_done_or_not_begun_wherever_its_caller_is_dropped
// Says: Who polls the rest of a sale

mod shop;

use anyhow::Result;
pub use shop::{Order, Shop};

pub async fn sell(shop: &Shop, order: &Order) -> Result<()> {
    // ANCHOR: mistake
    let sale = shop.work.track_future(async {
        shop.charge(order).await?;
        shop.ship(order).await
    });
    sale.await
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
