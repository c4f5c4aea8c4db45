// Why it tempts: a channel tells its receiver when the last sender is gone; so will a token.
// Why it fails: a token whose other handles are gone is a token that nobody will cancel. Its waiters wait
// on.
// Rejected by: a_table_that_is_served_leaves_no_fire_behind
// Says: Who cancels it, now that this table is over

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
    kitchen.warm_plates(table.clone());
    let orders: Vec<Order> =
        dishes.iter().map(|dish| kitchen.cook(*dish, table.child_token())).collect();
    drop(table);
    // ANCHOR_END: mistake
    let mut plates = Vec::new();
    for order in orders {
        plates.extend(order.plate().await?);
    }
    Ok(plates)
}

#[cfg(test)]
mod check;
