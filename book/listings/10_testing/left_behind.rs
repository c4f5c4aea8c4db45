use std::future::pending;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::task::yield_now;
use tokio::time::timeout;

struct Shop {
    till: Semaphore,
}

// ANCHOR: looks
/// Drops a call in its first wait. What does it leave behind?
async fn look_behind(name: &str, call: impl AsyncFn(Arc<Shop>)) {
    let shop = Arc::new(Shop { till: Semaphore::new(1) });
    let _ = timeout(Duration::ZERO, call(Arc::clone(&shop))).await;

    // A paused clock jumps to the next timer when nobody can go on: no second is waited for.
    let next_call = timeout(Duration::from_secs(3600), call(Arc::clone(&shop)));
    let waits_for_ever = next_call.await.is_err();

    let weak = Arc::downgrade(&shop);
    drop(shop);
    let is_kept = weak.upgrade().is_some();
    println!("{name:8} next call waits for ever: {waits_for_ever:5}  shop is kept: {is_kept}");
}

async fn tidy(shop: Arc<Shop>) {
    let _till = shop.till.acquire().await;
    yield_now().await;
}

async fn forgets(shop: Arc<Shop>) {
    shop.till.acquire().await.expect("it is never closed").forget();
    yield_now().await;
    shop.till.add_permits(1);
}

async fn spawns(shop: Arc<Shop>) {
    let waiter = tokio::spawn(async move {
        let _shop = shop;
        pending::<()>().await
    });
    yield_now().await;
    waiter.abort();
    let _ = waiter.await;
}
// ANCHOR_END: looks

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    look_behind("tidy", tidy).await;
    look_behind("forgets", forgets).await;
    look_behind("spawns", spawns).await;
}
