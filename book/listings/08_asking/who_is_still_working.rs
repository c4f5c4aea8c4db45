use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};
use tokio_util::task::TaskTracker;

// ANCHOR: tracker
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let hour = Duration::from_secs(3600);

    let tracker = TaskTracker::new();
    tracker.spawn(work("first", 5));
    println!("not closed: {:?}", timeout(hour, tracker.wait()).await);

    let begin = Instant::now();
    tracker.spawn(work("second", 5));
    tracker.close();
    sleep(Duration::from_secs(1)).await;
    tracker.spawn(work("late", 9)); // `close` forbids nothing.
    tracker.wait().await;
    println!("closed: waited until {} s", begin.elapsed().as_secs());

    let tracker = TaskTracker::new();
    tracker.spawn(work("nobody's", 5));
    drop(tracker);
    sleep(hour).await;
}
// ANCHOR_END: tracker

async fn work(name: &str, seconds: u64) {
    sleep(Duration::from_secs(seconds)).await;
    println!("  {name} task done");
}
