use futures::FutureExt;
use std::panic::{self, AssertUnwindSafe};
use tokio::task::yield_now;

type Plain = std::sync::Mutex<(u32, u32)>;
type Async = tokio::sync::Mutex<(u32, u32)>;

// ANCHOR: raise_both
#[expect(clippy::await_holding_lock, reason = "to see what becomes of the lock")]
async fn raise_both_plain(pair: &Plain, panics: bool) {
    let mut pair = pair.lock().unwrap();
    pair.0 += 1;
    assert!(!panics);
    yield_now().await;
    pair.1 += 1;
}

async fn raise_both_async(pair: &Async, panics: bool) {
    let mut pair = pair.lock().await;
    pair.0 += 1;
    assert!(!panics);
    yield_now().await;
    pair.1 += 1;
}
// ANCHOR_END: raise_both

fn main() {
    panic::set_hook(Box::new(|_| {})); // We panic on purpose.

    for panics in [true, false] {
        let end = if panics { "panic" } else { "drop" };

        let pair = Plain::default();
        end_in_the_middle(raise_both_plain(&pair, panics));
        let poisoned = if pair.is_poisoned() { "poisoned" } else { "not poisoned" };
        let pair = pair.lock().unwrap_or_else(|poison| poison.into_inner());
        println!("std,   {end:5}  {pair:?}, {poisoned}");

        let pair = Async::default();
        end_in_the_middle(raise_both_async(&pair, panics));
        let pair = pair.try_lock().expect("the guard was dropped");
        println!("tokio, {end:5}  {pair:?}, cannot be poisoned");
    }
}

/// Polls once. What has not panicked then is dropped.
fn end_in_the_middle(future: impl Future) {
    let _ = AssertUnwindSafe(future).catch_unwind().now_or_never();
}
