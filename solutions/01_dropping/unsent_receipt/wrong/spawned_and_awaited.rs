// Why it tempts: the task is awaited, so the receipt is out when `checkout` returns.
// Why it fails: a task belongs to the runtime, not to `checkout`. If `checkout` is dropped while it
// waits, the handle is dropped, the task goes on, and the book is written by nobody's order.
// Rejected by: checkout_does_its_work_itself
// Says: a task that it spawned is still running

mod shop;

pub use shop::{Order, Shop};

pub async fn checkout(shop: &Shop, order: &Order) {
    shop.take_payment(order).await;
    shop.audit(order).await;
    let (shop, number) = (shop.clone(), order.number);
    // ANCHOR: mistake
    let receipt =
        tokio::spawn(async move { shop.send_receipt(&Order { number, amount: 0 }).await });
    receipt.await.expect("sending a receipt does not panic");
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
