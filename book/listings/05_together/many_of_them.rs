use futures::future::{BoxFuture, FutureExt, ready, try_join_all};
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// The first needs a minute, the second fails after a second, the others are ready.
fn some(number: usize) -> Vec<BoxFuture<'static, Result<(), &'static str>>> {
    let first = sleep(Duration::from_secs(60)).map(Ok);
    let second = sleep(Duration::from_secs(1)).map(|()| Err("no"));
    let mut all = vec![first.boxed(), second.boxed()];
    all.resize_with(number, || ready(Ok(())).boxed());
    all
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    for number in [30, 31] {
        let start = Instant::now();
        let result = try_join_all(some(number)).await;
        println!("{number} of them: {result:?} after {} s", start.elapsed().as_secs());
    }
}
