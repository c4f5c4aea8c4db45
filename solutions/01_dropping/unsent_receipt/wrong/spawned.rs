// Why it tempts: a spawned future does start without an `.await`, so the receipt "goes out by itself".
// Why it fails: nobody waits for the task. `checkout` returns before the receipt is sent, and if the
// program ends or the runtime shuts down then, it never is.
// Rejected by: every_order_gets_one_receipt
// Says: no receipt was sent

mod shop;

pub use shop::{Order, Shop};

pub async fn checkout(shop: &Shop, order: &Order) {
    shop.take_payment(order).await;
    shop.audit(order).await;
    let (shop, number) = (shop.clone(), order.number);
    // ANCHOR: mistake
    tokio::spawn(async move { shop.send_receipt(&Order { number, amount: 0 }).await });
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
