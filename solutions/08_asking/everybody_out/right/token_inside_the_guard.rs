// The guard owns the only handle of the table's token, and lends it.

mod kitchen;

pub use kitchen::{Burnt, Dish, Kitchen, Order, Plate};
use tokio_util::sync::CancellationToken;

pub async fn serve(
    kitchen: &Kitchen,
    dishes: &[Dish],
    closing: &CancellationToken,
) -> Result<Vec<Plate>, Burnt> {
    let table = closing.child_token().drop_guard();
    kitchen.warm_plates(table.token().clone());
    let mut orders = Vec::new();
    for dish in dishes {
        orders.push(kitchen.cook(*dish, table.token().child_token()));
    }
    let mut plates = Vec::new();
    for order in orders {
        plates.extend(order.plate().await?);
    }
    Ok(plates)
}

#[cfg(test)]
mod check;
