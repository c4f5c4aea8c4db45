// Why it tempts: a thread of the blocking pool may wait as long as it likes, and the handle is awaited.
// Why it fails: a blocking task cannot be cancelled at all. Dropped, `checkout` leaves it behind, and
// the receipt is sent by a thread that nobody asked.
// Rejected by: the_book_has_payment_audit_and_receipt_in_this_order
// Says: by another thread

mod shop;

pub use shop::{Order, Shop};
use tokio::runtime::Handle;

pub async fn checkout(shop: &Shop, order: &Order) {
    shop.take_payment(order).await;
    shop.audit(order).await;
    let (shop, number, runtime) = (shop.clone(), order.number, Handle::current());
    let order = Order { number, amount: 0 };
    // ANCHOR: mistake
    let receipt = tokio::task::spawn_blocking(move || runtime.block_on(shop.send_receipt(&order)));
    receipt.await.expect("sending a receipt does not panic");
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
