use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};

// ANCHOR: fates
/// Holds a permit for a minute.
async fn work(permits: Arc<Semaphore>) {
    let _permit = permits.acquire().await;
    sleep(Duration::from_secs(60)).await;
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    println!("{:14} {:>3} {:>14}", "free permits:", "now", "an hour later");
    let second = Duration::from_secs(1);

    let permits = Arc::new(Semaphore::new(1));
    work(permits.clone()).await;
    report("completed", &permits).await;

    let permits = Arc::new(Semaphore::new(1));
    let _ = timeout(second, work(permits.clone())).await;
    report("dropped", &permits).await;

    let permits = Arc::new(Semaphore::new(1));
    drop(work(permits.clone()));
    report("never polled", &permits).await;

    let permits = Arc::new(Semaphore::new(1));
    let task: JoinHandle<()> = tokio::spawn(work(permits.clone()));
    let _ = timeout(second, task).await; // Drops the handle; the task does not notice.
    report("detached", &permits).await;

    let permits = Arc::new(Semaphore::new(1));
    let mut future = Box::pin(work(permits.clone()));
    let _ = timeout(second, &mut future).await; // Drops a reference; nobody polls on.
    report("parked", &permits).await;

    let permits = Arc::new(Semaphore::new(1));
    let mut future = Box::pin(work(permits.clone()));
    let _ = timeout(second, &mut future).await;
    std::mem::forget(future); // Its destructors never run.
    report("forgotten", &permits).await;
}
// ANCHOR_END: fates

async fn report(fate: &str, permits: &Semaphore) {
    let now = permits.available_permits();
    sleep(Duration::from_secs(3600)).await;
    println!("{fate:14} {now:>3} {:>14}", permits.available_permits());
}
