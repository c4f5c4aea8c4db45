// The steps as a list of boxed futures, awaited one after the other.

mod shop;

pub use shop::{Order, Shop};
use std::pin::Pin;

pub async fn checkout(shop: &Shop, order: &Order) {
    let steps: [Pin<Box<dyn Future<Output = ()> + '_>>; 3] = [
        Box::pin(shop.take_payment(order)),
        Box::pin(shop.audit(order)),
        Box::pin(shop.send_receipt(order)),
    ];
    for step in steps {
        step.await;
    }
}

#[cfg(test)]
mod check;
