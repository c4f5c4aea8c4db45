// Futures may be made early and in any order: only their `.await`s count.

mod shop;

pub use shop::{Order, Shop};

pub async fn checkout(shop: &Shop, order: &Order) {
    let receipt = shop.send_receipt(order);
    let audit = shop.audit(order);
    shop.take_payment(order).await;
    audit.await;
    receipt.await;
}

#[cfg(test)]
mod check;
