// Why it tempts: a handle that aborts on drop leaves no task behind.
// Why it fails: here a task that is left behind is what was asked for.
// Rejected by: a_customer_may_hang_up_at_any_moment
// Says: Who polls the rest of a sale

mod shop;

use anyhow::Result;
pub use shop::{Order, Shop};
use tokio_util::task::AbortOnDropHandle;

pub async fn sell(shop: &Shop, order: &Order) -> Result<()> {
    let sale = shop.work.spawn({
        let (shop, order) = (shop.clone(), order.clone());
        async move {
            shop.charge(&order).await?;
            shop.ship(&order).await
        }
    });
    // ANCHOR: mistake
    AbortOnDropHandle::new(sale).await?
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
