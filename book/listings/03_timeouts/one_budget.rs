use std::time::Duration;
use tokio::time::{Instant, sleep, timeout, timeout_at};

const SECOND: Duration = Duration::from_secs(1);

// ANCHOR: main
/// A server that takes an hour.
async fn ask() {
    sleep(3600 * SECOND).await;
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    println!("four seconds each:");
    let start = Instant::now();
    for attempt in 1..=3 {
        let _ = timeout(4 * SECOND, ask()).await;
        println!("  attempt {attempt} ends after {:?}", start.elapsed());
    }

    println!("ten seconds for all:");
    let start = Instant::now();
    let end = start + 10 * SECOND;
    for attempt in 1..=3 {
        let _ = timeout_at(end.min(Instant::now() + 4 * SECOND), ask()).await;
        println!("  attempt {attempt} ends after {:?}", start.elapsed());
    }
}
// ANCHOR_END: main
