// A task that ends with the one who spawned it: a `JoinSet` aborts what is left in it when it is dropped.

mod shop;

pub use shop::{Order, Shop};
use tokio::task::JoinSet;

pub async fn checkout(shop: &Shop, order: &Order) {
    shop.take_payment(order).await;
    shop.audit(order).await;
    let (shop, order) = (shop.clone(), Order { number: order.number, amount: order.amount });
    let mut tasks = JoinSet::new();
    tasks.spawn(async move { shop.send_receipt(&order).await });
    tasks.join_next().await.expect("there is one task").expect("it does not panic");
}

#[cfg(test)]
mod check;
