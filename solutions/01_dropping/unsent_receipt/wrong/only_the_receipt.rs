// Why it tempts: the `let _ =` is the line that looks wrong, so that is the one that gets its `.await`.
// Why it fails: `audit` was "started" on top and is awaited in one branch only. Making a future early
// starts nothing; a small order drops it unpolled.
// Rejected by: a_small_order_is_audited_like_a_large_one
// Says: the auditor never saw it

mod shop;

pub use shop::{Order, Shop};

pub async fn checkout(shop: &Shop, order: &Order) {
    // ANCHOR: mistake
    let audit = shop.audit(order);
    shop.take_payment(order).await;
    if order.amount >= 100_000 {
        audit.await;
    }
    shop.send_receipt(order).await;
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
