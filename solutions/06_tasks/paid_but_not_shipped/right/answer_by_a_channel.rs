// The task sends its answer through a channel. If the caller is gone, there is nobody to send it
// to, and that is no error; if the task panics, the channel closes.

mod shop;

use anyhow::Context;
use anyhow::Result;
pub use shop::{Order, Shop};
use tokio::sync::oneshot;

pub async fn sell(shop: &Shop, order: &Order) -> Result<()> {
    let (shop, order) = (shop.clone(), order.clone());
    let (sender, answer) = oneshot::channel();
    shop.work.clone().spawn(async move {
        let sold = async {
            shop.charge(&order).await?;
            shop.ship(&order).await
        };
        let _ = sender.send(sold.await);
    });
    answer.await.context("the sale has panicked")?
}

#[cfg(test)]
mod check;
