// Why it tempts: the plate warmer gets a child and a guard, and both are in one place, where they belong.
// Why it fails: the guard lives as long as its scope, and that is the helper. The plate warmer is off before
// the first dish is on the stove.
// Rejected by: all_that_was_ordered_is_served
// Says: How long does the guard

mod kitchen;

pub use kitchen::{Burnt, Dish, Kitchen, Order, Plate};
use tokio_util::sync::CancellationToken;

pub async fn serve(
    kitchen: &Kitchen,
    dishes: &[Dish],
    closing: &CancellationToken,
) -> Result<Vec<Plate>, Burnt> {
    let table = closing.child_token();
    let _leaving = table.clone().drop_guard();
    lay(kitchen, &table);
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

// ANCHOR: mistake
fn lay(kitchen: &Kitchen, table: &CancellationToken) {
    let warm = table.child_token();
    let _cold_when_over = warm.clone().drop_guard();
    kitchen.warm_plates(warm);
}
// ANCHOR_END: mistake

#[cfg(test)]
mod check;
