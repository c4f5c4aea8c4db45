// Why it tempts: `join!` polls all three and waits for all three.
// Why it fails: it polls them by turns, so the fastest is done first: the receipt is sent while the
// bank is still being asked.
// Rejected by: the_book_has_payment_audit_and_receipt_in_this_order
// Says: Each step may begin only when the one before it is done

mod shop;

pub use shop::{Order, Shop};

pub async fn checkout(shop: &Shop, order: &Order) {
    // ANCHOR: mistake
    tokio::join!(shop.take_payment(order), shop.audit(order), shop.send_receipt(order));
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
