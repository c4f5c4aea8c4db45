use std::cell::Cell;
use std::task::{Context, Waker};
use tokio::task::yield_now;

// ANCHOR: orders
/// The till has the price that is paid. The window shows a copy, or nothing.
struct Shop {
    till: Cell<u32>,
    window: Cell<Option<u32>>,
}

async fn copy_first(shop: &Shop, price: u32) {
    shop.window.set(Some(price));
    shop.write_to_till(price).await;
}

async fn truth_first(shop: &Shop, price: u32) {
    shop.write_to_till(price).await;
    shop.window.set(Some(price));
}

async fn copy_taken_down(shop: &Shop, price: u32) {
    shop.window.set(None);
    shop.write_to_till(price).await;
    shop.window.set(Some(price));
}
// ANCHOR_END: orders

impl Shop {
    async fn write_to_till(&self, price: u32) {
        yield_now().await; // The request is on its way.
        self.till.set(price);
        yield_now().await; // The reply is on its way.
    }
}

fn main() {
    println!("{:15}     0     1     2     3", "polls:");
    report("copy first", async |shop| copy_first(shop, 5).await);
    report("truth first", async |shop| truth_first(shop, 5).await);
    report("copy taken down", async |shop| copy_taken_down(shop, 5).await);
}

/// Window and till after n polls and a drop; the price was 4 and is to be 5.
fn report(how: &str, change: impl AsyncFn(&Shop)) {
    print!("{how:15}");
    for polls in 0..=3 {
        let shop = Shop { till: Cell::new(4), window: Cell::new(Some(4)) };
        let mut future = Box::pin(change(&shop));
        for _ in 0..polls {
            let _ = future.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        }
        drop(future);
        let window = shop.window.get().map_or("-".to_owned(), |price| price.to_string());
        print!("   {window}/{}", shop.till.get());
    }
    println!();
}
