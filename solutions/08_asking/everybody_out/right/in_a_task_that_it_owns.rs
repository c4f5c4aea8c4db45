// All of it in a task, in a set that aborts what is in it when it is dropped. The guard is dropped with the
// task.

mod kitchen;

pub use kitchen::{Burnt, Dish, Kitchen, Order, Plate};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

pub async fn serve(
    kitchen: &Kitchen,
    dishes: &[Dish],
    closing: &CancellationToken,
) -> Result<Vec<Plate>, Burnt> {
    let (kitchen, dishes, closing) = (kitchen.clone(), dishes.to_vec(), closing.clone());
    let mut served = JoinSet::new();
    served.spawn(async move {
        let table = closing.child_token();
        let _leaving = table.clone().drop_guard();
        kitchen.warm_plates(table.clone());
        let orders: Vec<Order> =
            dishes.iter().map(|dish| kitchen.cook(*dish, table.child_token())).collect();
        let mut plates = Vec::new();
        for order in orders {
            plates.extend(order.plate().await?);
        }
        Ok(plates)
    });
    served.join_next().await.expect("there is one task").expect("it does not panic")
}

#[cfg(test)]
mod check;
