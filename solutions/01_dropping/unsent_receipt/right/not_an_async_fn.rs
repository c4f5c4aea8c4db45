// Not an `async fn`, but a function that returns an async block: still nothing runs until it is polled.

mod shop;

pub use shop::{Order, Shop};

pub fn checkout(shop: &Shop, order: &Order) -> impl Future<Output = ()> {
    let audit = shop.audit(order);
    async move {
        shop.take_payment(order).await;
        audit.await;
        shop.send_receipt(order).await;
    }
}

#[cfg(test)]
mod check;
