// Why it tempts: a fresh token for each table cannot stop anything but that table.
// Why it fails: and nothing can stop it but that table. The owner's request reaches nobody.
// Rejected by: closing_time_stops_every_cook_of_every_table
// Says: Whom does the owner's token reach

mod kitchen;

pub use kitchen::{Burnt, Dish, Kitchen, Order, Plate};
use tokio_util::sync::CancellationToken;

pub async fn serve(
    kitchen: &Kitchen,
    dishes: &[Dish],
    _closing: &CancellationToken,
) -> Result<Vec<Plate>, Burnt> {
    // ANCHOR: mistake
    let table = CancellationToken::new();
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
