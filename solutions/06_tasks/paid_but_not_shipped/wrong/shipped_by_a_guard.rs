// Why it tempts: a guard whose destructor spawns the shipping covers every way out between the two
// steps.
// Why it fails: it must exist before the card is charged, and so it ships when the caller goes
// while the bank is still thinking: the parcel goes to a customer whose card is then declined.
// Rejected by: a_declined_card_is_an_error_and_ships_nothing
// Says: the bank declines the card

mod shop;

use anyhow::Result;
pub use shop::{Order, Shop};

pub async fn sell(shop: &Shop, order: &Order) -> Result<()> {
    let mut rest = Rest(Some((shop.clone(), order.clone())));
    let charged = shop.charge(order).await;
    let (shop, order) = rest.0.take().expect("it is taken once");
    charged?;
    shop.work.clone().spawn(async move { shop.ship(&order).await }).await?
}

// ANCHOR: mistake
/// Ships what was not shipped.
struct Rest(Option<(Shop, Order)>);

impl Drop for Rest {
    fn drop(&mut self) {
        if let Some((shop, order)) = self.0.take() {
            shop.work.clone().spawn(async move { shop.ship(&order).await });
        }
    }
}
// ANCHOR_END: mistake

#[cfg(test)]
mod check;
