// Why it tempts: one poll was not enough, so poll until it is done.
// Why it fails: it is busy waiting. The thread is kept until the receipt is out, nobody else gets a turn,
// and nobody can cancel it: a future is dropped between two polls of the *outer* future, and there is one.
// Rejected by: checkout_does_its_work_itself
// Says: TOO FEW POINTS

mod shop;

pub use shop::{Order, Shop};
use std::pin::pin;
use std::task::{Context, Waker};

pub async fn checkout(shop: &Shop, order: &Order) {
    shop.take_payment(order).await;
    shop.audit(order).await;
    // ANCHOR: mistake
    let mut receipt = pin!(shop.send_receipt(order));
    while receipt.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending() {}
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
