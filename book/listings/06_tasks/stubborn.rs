use std::future::ready;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use tokio::sync::oneshot;
use tokio::task::{AbortHandle, JoinHandle, coop, yield_now};

// ANCHOR: count
/// Counts to 1000. While it is at 10, it is aborted.
async fn count(
    pause: impl AsyncFn(),
    counted: Arc<AtomicUsize>,
    this_task: oneshot::Receiver<AbortHandle>,
) {
    let this_task = this_task.await.expect("`main` sends it");
    for number in 1..=1000 {
        counted.store(number, Relaxed);
        if number == 10 {
            this_task.abort();
        }
        pause().await;
    }
}
// ANCHOR_END: count

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (counted, sender, receiver) = parts();
    let task = tokio::spawn(count(async || ready(()).await, counted.clone(), receiver));
    report("ready(()).await", counted, sender, task).await;

    let (counted, sender, receiver) = parts();
    let task = tokio::spawn(count(async || yield_now().await, counted.clone(), receiver));
    report("yield_now().await", counted, sender, task).await;

    let (counted, sender, receiver) = parts();
    let task =
        tokio::spawn(count(async || coop::consume_budget().await, counted.clone(), receiver));
    report("consume_budget().await", counted, sender, task).await;
}

fn parts() -> (Arc<AtomicUsize>, oneshot::Sender<AbortHandle>, oneshot::Receiver<AbortHandle>) {
    let (sender, receiver) = oneshot::channel();
    (Arc::new(AtomicUsize::new(0)), sender, receiver)
}

async fn report(
    what: &str,
    counted: Arc<AtomicUsize>,
    sender: oneshot::Sender<AbortHandle>,
    task: JoinHandle<()>,
) {
    sender.send(task.abort_handle()).expect("the task is waiting for it");
    let ending = if task.await.is_ok() { "Ok" } else { "cancelled" };
    println!("{what:22} counted to {:>4}, {ending}", counted.load(Relaxed));
}
