mod shop;

pub use shop::{Order, Shop};

/// Takes the payment for an order, has it audited, and sends the receipt.
pub async fn checkout(shop: &Shop, order: &Order) {
    // TODO: every order is audited after its payment, and then gets its receipt.
    let audit = shop.audit(order);
    shop.take_payment(order).await;
    if order.amount >= 100_000 {
        // So much money is worth waiting for the auditor.
        audit.await;
    }
    let _ = shop.send_receipt(order);
}

#[cfg(test)]
mod check;
