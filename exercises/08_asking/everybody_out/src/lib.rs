mod kitchen;

pub use kitchen::{Burnt, Dish, Kitchen, Order, Plate};
use tokio_util::sync::CancellationToken;

/// Has the dishes of one table cooked, and returns those that became a plate.
///
/// * A dish that is taken back stops its own cook, and nobody else.
/// * However this ends, done, with an error or dropped, the cooks and the plate warmer of this table
///   stop, and those of other tables do not.
/// * `closing` stops every cook of every table. Only the owner of the house cancels it.
pub async fn serve(
    kitchen: &Kitchen,
    dishes: &[Dish],
    closing: &CancellationToken,
) -> Result<Vec<Plate>, Burnt> {
    // TODO: who is stopped together with whom?
    kitchen.warm_plates(closing.clone());
    let mut orders = Vec::new();
    for dish in dishes {
        orders.push(kitchen.cook(*dish, closing.clone()));
    }
    let mut plates = Vec::new();
    for order in orders {
        plates.extend(order.plate().await?);
    }
    Ok(plates)
}

#[cfg(test)]
mod check;
