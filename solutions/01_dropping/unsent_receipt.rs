// A call of an `async fn` makes a value that holds the arguments. The body runs when that value is
// polled, and `.await` is what polls it. So each step needs its `.await`, and the order of the
// `.await`s is the order of the steps.

#[path = "../../exercises/01_dropping/unsent_receipt/src/shop.rs"]
mod shop;

pub use shop::{Order, Shop};

/// Takes the payment for an order, has it audited, and sends the receipt.
pub async fn checkout(shop: &Shop, order: &Order) {
    shop.take_payment(order).await;
    shop.audit(order).await;
    shop.send_receipt(order).await;
}

#[cfg(test)]
#[path = "../../exercises/01_dropping/unsent_receipt/src/check.rs"]
mod check;
