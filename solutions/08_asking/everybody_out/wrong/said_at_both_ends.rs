// Why it tempts: every way out of the function says it now, the error as well.
// Why it fails: there is one more way out, which no line of the body can catch: to be dropped.
// Rejected by: a_table_that_leaves_takes_its_cooks_along_and_nobody_else
// Says: What of `serve` still runs when it is dropped

mod kitchen;

pub use kitchen::{Burnt, Dish, Kitchen, Order, Plate};
use tokio_util::sync::CancellationToken;

pub async fn serve(
    kitchen: &Kitchen,
    dishes: &[Dish],
    closing: &CancellationToken,
) -> Result<Vec<Plate>, Burnt> {
    let table = closing.child_token();
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
    let end = served.await;
    table.cancel();
    end
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
