mod shop;

use anyhow::Result;
pub use shop::{Order, Shop};

/// Sells what was ordered: charges the card, and then ships the parcel.
///
/// * Once the card is charged, the parcel is shipped, also if nobody waits for it any more.
/// * It returns when all is done, or something has failed, and not earlier.
/// * Before its first poll it does nothing.
/// * `Shop::close` does not return before it is done.
pub async fn sell(shop: &Shop, order: &Order) -> Result<()> {
    // TODO: keep these promises.
    shop.charge(order).await?;
    shop.ship(order).await?;
    Ok(())
}

#[cfg(test)]
mod check;
