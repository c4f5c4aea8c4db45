// Why it tempts: the table has a token of its own now, and each cook gets one of it.
// Why it fails: clones of the table's token are the table's token. Who takes back the soup takes back
// everything.
// Rejected by: a_dish_taken_back_stops_its_own_cook_only
// Says: instead of fish and cake

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
        orders.push(kitchen.cook(*dish, table.clone()));
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
