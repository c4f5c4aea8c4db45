// Why it tempts: everything is awaited, and on the way to the end nobody sees the difference.
// Why it fails: the order of the `.await`s is the order of the steps. Dropped in between, the order
// has a receipt and no payment.
// Rejected by: no_unpaid_order_gets_a_receipt_wherever_checkout_is_dropped
// Says: holds a receipt for nothing

mod shop;

pub use shop::{Order, Shop};

pub async fn checkout(shop: &Shop, order: &Order) {
    // ANCHOR: mistake
    shop.send_receipt(order).await;
    shop.take_payment(order).await;
    shop.audit(order).await;
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
