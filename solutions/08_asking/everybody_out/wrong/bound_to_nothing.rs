// Why it tempts: nobody uses the guard by name, so it gets none.
// Why it fails: `_` binds nothing. The guard is dropped at the end of its own statement, and that cancels
// the table before anything is cooked. No warning says so.
// Rejected by: all_that_was_ordered_is_served
// Says: Who has cancelled, and when

mod kitchen;

pub use kitchen::{Burnt, Dish, Kitchen, Order, Plate};
use tokio_util::sync::CancellationToken;

pub async fn serve(
    kitchen: &Kitchen,
    dishes: &[Dish],
    closing: &CancellationToken,
) -> Result<Vec<Plate>, Burnt> {
    // ANCHOR: mistake
    let table = closing.child_token();
    let _ = table.clone().drop_guard();
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
