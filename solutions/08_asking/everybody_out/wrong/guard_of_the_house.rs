// Why it tempts: "when the table is over, cancel": there is a token, so it gets the guard.
// Why it fails: a clone is the same token under another name. The first table that is served closes the
// house.
// Rejected by: all_that_was_ordered_is_served
// Says: one table was served, and the house closed

mod kitchen;

pub use kitchen::{Burnt, Dish, Kitchen, Order, Plate};
use tokio_util::sync::CancellationToken;

pub async fn serve(
    kitchen: &Kitchen,
    dishes: &[Dish],
    closing: &CancellationToken,
) -> Result<Vec<Plate>, Burnt> {
    // ANCHOR: mistake
    let table = closing.clone();
    let _leaving = table.clone().drop_guard();
    // ANCHOR_END: mistake
    kitchen.warm_plates(table.clone());
    let mut orders = Vec::new();
    for dish in dishes {
        orders.push(kitchen.cook(*dish, table.child_token()));
    }
    let mut plates = Vec::new();
    for order in orders {
        plates.extend(order.plate().await?);
    }
    Ok(plates)
}

#[cfg(test)]
mod check;
