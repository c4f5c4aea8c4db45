// Why it tempts: when all plates are served, the table is over, and the last line says so.
// Why it fails: a `?` and a drop never reach the last line.
// Rejected by: a_table_with_an_error_leaves_no_fire_behind
// Says: who says that this table is over

mod kitchen;

pub use kitchen::{Burnt, Dish, Kitchen, Order, Plate};
use tokio_util::sync::CancellationToken;

pub async fn serve(
    kitchen: &Kitchen,
    dishes: &[Dish],
    closing: &CancellationToken,
) -> Result<Vec<Plate>, Burnt> {
    let table = closing.child_token();
    kitchen.warm_plates(table.clone());
    let mut orders = Vec::new();
    for dish in dishes {
        orders.push(kitchen.cook(*dish, table.child_token()));
    }
    let mut plates = Vec::new();
    for order in orders {
        plates.extend(order.plate().await?);
    }
    // ANCHOR: mistake
    table.cancel();
    Ok(plates)
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
