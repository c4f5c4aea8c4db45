// The future is wrapped by the tracker and then spawned.

mod shop;

use anyhow::Result;
pub use shop::{Order, Shop};
use std::sync::Arc;

pub async fn sell(shop: &Shop, order: &Order) -> Result<()> {
    let (at_work, order) = (shop.clone(), Arc::new(order.clone()));
    let sale = shop.work.track_future(async move {
        at_work.charge(&order).await?;
        at_work.ship(&order).await?;
        anyhow::Ok(())
    });
    match tokio::spawn(sale).await {
        Ok(sold) => sold,
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod check;
