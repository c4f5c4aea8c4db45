// Why it tempts: at closing time there is nothing more to wait for, so the wait ends with the house.
// Why it fails: `run_until_cancelled` drops the wait, and with it the plates that were ready. The soup is
// done, and nobody gets it.
// Rejected by: closing_time_stops_every_cook_of_every_table
// Says: who has only to wait for them

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
    kitchen.warm_plates(table.clone());
    let mut orders = Vec::new();
    for dish in dishes {
        orders.push(kitchen.cook(*dish, table.child_token()));
    }
    // ANCHOR: mistake
    let served = async {
        let mut plates = Vec::new();
        for order in orders {
            plates.extend(order.plate().await?);
        }
        Ok(plates)
    };
    table.run_until_cancelled(served).await.unwrap_or(Ok(Vec::new()))
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
