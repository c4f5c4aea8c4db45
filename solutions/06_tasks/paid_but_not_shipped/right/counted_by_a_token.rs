// A plain task, which carries a token of the tracker for as long as it runs.

mod shop;

use anyhow::Result;
pub use shop::{Order, Shop};

pub async fn sell(shop: &Shop, order: &Order) -> Result<()> {
    let (shop, order) = (shop.clone(), order.clone());
    let counted = shop.work.token();
    let sale = tokio::spawn(async move {
        let _counted = counted;
        shop.charge(&order).await?;
        shop.ship(&order).await
    });
    sale.await?
}

#[cfg(test)]
mod check;
