// Why it tempts: each dish has a token of its own, born of the house, and the table has a guard.
// Why it fails: the guard speaks for the table's token, and only the plate warmer has that one. The cooks are
// children of the house, and the house is open.
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
    let _leaving = table.clone().drop_guard();
    // ANCHOR: mistake
    kitchen.warm_plates(table.clone());
    let mut orders = Vec::new();
    for dish in dishes {
        orders.push(kitchen.cook(*dish, closing.child_token()));
    }
    // ANCHOR_END: mistake
    let mut plates = Vec::new();
    for order in orders {
        plates.extend(order.plate().await?);
    }
    Ok(plates)
}

#[cfg(test)]
mod check;
