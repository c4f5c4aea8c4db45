// Why it tempts: each step survives the caller, because each is a task.
// Why it fails: the second one is spawned by the caller. If that is gone by then, nobody does it.
// Rejected by: a_sale_is_done_or_not_begun_wherever_its_caller_is_dropped
// Says: Who polls the rest of a sale

mod shop;

use anyhow::Result;
pub use shop::{Order, Shop};

pub async fn sell(shop: &Shop, order: &Order) -> Result<()> {
    // ANCHOR: mistake
    let (at_the_bank, bill) = (shop.clone(), order.clone());
    shop.work.spawn(async move { at_the_bank.charge(&bill).await }).await??;
    let (at_the_door, parcel) = (shop.clone(), order.clone());
    shop.work.spawn(async move { at_the_door.ship(&parcel).await }).await?
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
