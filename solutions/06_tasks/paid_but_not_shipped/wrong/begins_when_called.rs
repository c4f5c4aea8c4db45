// Why it tempts: spawned at the call, the sale cannot be lost between the call and the first poll.
// Why it fails: whoever makes a future and does not poll it has sold something.
// Rejected by: a_sale_is_done_or_not_begun_wherever_its_caller_is_dropped
// Says: was called and never polled

mod shop;

use anyhow::Result;
pub use shop::{Order, Shop};

pub fn sell(shop: &Shop, order: &Order) -> impl Future<Output = Result<()>> + use<> {
    // ANCHOR: mistake
    let sale = shop.work.spawn({
        let (shop, order) = (shop.clone(), order.clone());
        async move {
            shop.charge(&order).await?;
            shop.ship(&order).await
        }
    });
    async move { sale.await? }
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
