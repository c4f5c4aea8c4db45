// Tokens form a tree that has the shape of the work: the house, its tables, their dishes. A request travels
// down and never up. The guard makes the table the owner of its token: however `serve` ends, the guard is
// dropped, and that is the request.

#[path = "../../exercises/08_asking/everybody_out/src/kitchen.rs"]
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
    let table = closing.child_token();
    let _leaving = table.clone().drop_guard();
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
#[path = "../../exercises/08_asking/everybody_out/src/check.rs"]
mod check;
