// Why it tempts: a fresh token, and a task that passes the owner's request on to it.
// Why it fails: that is a child token made by hand, and its task stays after the table is over, one for
// every table of the evening.
// Rejected by: a_table_that_is_served_leaves_no_fire_behind
// Says: LEFT RUNNING

mod kitchen;

pub use kitchen::{Burnt, Dish, Kitchen, Order, Plate};
use tokio_util::sync::CancellationToken;

pub async fn serve(
    kitchen: &Kitchen,
    dishes: &[Dish],
    closing: &CancellationToken,
) -> Result<Vec<Plate>, Burnt> {
    // ANCHOR: mistake
    let table = CancellationToken::new();
    let _leaving = table.clone().drop_guard();
    let (house, to) = (closing.clone(), table.clone());
    tokio::spawn(async move {
        house.cancelled().await;
        to.cancel();
    });
    // ANCHOR_END: mistake
    if closing.is_cancelled() {
        table.cancel();
    }
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
