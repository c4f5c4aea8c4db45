// What `sell` awaits in its own body is dropped with it. Work that must be finished needs an owner
// that nobody drops in passing: a task of its own, with both steps in it, because what leads from
// one task to the next would have to survive as well. And whoever ends the runtime must be able to
// wait for it: the tracker.

#[path = "../../exercises/06_tasks/paid_but_not_shipped/src/shop.rs"]
mod shop;

use anyhow::Result;
pub use shop::{Order, Shop};
use std::panic::resume_unwind;

/// Sells what was ordered: charges the card, and then ships the parcel.
///
/// * Once the card is charged, the parcel is shipped, also if nobody waits for it any more.
/// * It returns when all is done, or something has failed, and not earlier.
/// * Before its first poll it does nothing.
/// * `Shop::close` does not return before it is done.
pub async fn sell(shop: &Shop, order: &Order) -> Result<()> {
    let sale = shop.work.spawn({
        let (shop, order) = (shop.clone(), order.clone());
        async move {
            shop.charge(&order).await?;
            shop.ship(&order).await
        }
    });
    match sale.await {
        Ok(sold) => sold,
        Err(error) if error.is_panic() => resume_unwind(error.into_panic()),
        Err(error) => Err(error.into()), // Aborted, by a runtime that shuts down.
    }
}

#[cfg(test)]
#[path = "../../exercises/06_tasks/paid_but_not_shipped/src/check.rs"]
mod check;
