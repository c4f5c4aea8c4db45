use std::pin::pin;
use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};

const SECOND: Duration = Duration::from_secs(1);

struct Kettle;

impl Drop for Kettle {
    fn drop(&mut self) {
        println!("  the kettle is switched off");
    }
}

// ANCHOR: main
async fn make_tea() -> &'static str {
    let _kettle = Kettle;
    sleep(3 * SECOND).await;
    "tea"
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    println!("by value:");
    if timeout(SECOND, make_tea()).await.is_err() {
        println!("  the handler runs");
    }

    println!("by reference:");
    let start = Instant::now();
    let mut tea = pin!(make_tea());
    if timeout(SECOND, &mut tea).await.is_err() {
        println!("  the handler runs");
    }
    let cup = timeout(5 * SECOND, &mut tea).await;
    println!("  {cup:?} after {:?}", start.elapsed());
}
// ANCHOR_END: main
