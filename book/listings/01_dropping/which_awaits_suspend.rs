use std::future::{poll_fn, ready};
use std::pin::pin;
use tokio::sync::Mutex;
use tokio::task::yield_now;

async fn errands() {
    println!("  ready: {}", ready("at once").await);
    println!("  a free lock: {}", Mutex::new("at once").lock().await);
    yield_now().await;
    println!("  yielded");
    twice().await;
    println!("  done");
}

async fn twice() {
    yield_now().await;
    yield_now().await;
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut errands = pin!(errands());
    let mut polls = 0;
    poll_fn(|cx| {
        polls += 1;
        println!("poll {polls}");
        errands.as_mut().poll(cx)
    })
    .await;
}
