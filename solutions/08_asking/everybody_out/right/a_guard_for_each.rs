// No token for the table: every cook has a child of the house, and the table holds all the guards.

mod kitchen;

pub use kitchen::{Burnt, Dish, Kitchen, Order, Plate};
use tokio_util::sync::CancellationToken;

pub async fn serve(
    kitchen: &Kitchen,
    dishes: &[Dish],
    closing: &CancellationToken,
) -> Result<Vec<Plate>, Burnt> {
    let mut guards = vec![closing.child_token().drop_guard()];
    kitchen.warm_plates(guards[0].token().clone());
    let mut orders = Vec::new();
    for dish in dishes {
        let stop = closing.child_token();
        guards.push(stop.clone().drop_guard());
        orders.push(kitchen.cook(*dish, stop));
    }
    let mut plates = Vec::new();
    for order in orders {
        plates.extend(order.plate().await?);
    }
    Ok(plates)
}

#[cfg(test)]
mod check;
