// Why it tempts: before the card is charged nothing needs to survive, and after it only the
// shipping does.
// Why it fails: `charge` takes the money and then waits for the bank's receipt. Dropped there, the
// customer has paid, and `sell` never comes to its next line.
// Rejected by: a_sale_is_done_or_not_begun_wherever_its_caller_is_dropped
// Says: Who polls the rest of a sale

mod shop;

use anyhow::Result;
pub use shop::{Order, Shop};

pub async fn sell(shop: &Shop, order: &Order) -> Result<()> {
    // ANCHOR: mistake
    shop.charge(order).await?;
    let shipping = shop.work.spawn({
        let (shop, order) = (shop.clone(), order.clone());
        async move { shop.ship(&order).await }
    });
    shipping.await?
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
