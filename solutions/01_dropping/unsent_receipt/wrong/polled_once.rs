// Why it tempts: "a future has to be polled, so poll it."
// Why it fails: the outbox has no free line at once. One poll brings the receipt to its first
// suspension; then the future is dropped, and that is a cancellation.
// Rejected by: every_order_gets_one_receipt
// Says: no receipt was sent

mod shop;

pub use shop::{Order, Shop};
use std::pin::pin;
use std::task::{Context, Waker};

pub async fn checkout(shop: &Shop, order: &Order) {
    shop.take_payment(order).await;
    shop.audit(order).await;
    // ANCHOR: mistake
    let _ = pin!(shop.send_receipt(order)).poll(&mut Context::from_waker(Waker::noop()));
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
