// Why it tempts: a `TaskTracker` counts the tasks, and a second token ends those that do not listen.
// Why it fails: a tracker counts tasks and owns none. If `open` is dropped, nobody cancels that token.
// Rejected by: dropped_it_leaves_nobody_at_work
// Says: Who owns a task, and who stops it

mod shop;

pub use shop::{BENCHES, Bell, Job, Shop};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::time::Duration;
use tokio::sync::mpsc::Receiver;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub done: usize,
    pub cut_off: usize,
    pub handed_back: usize,
}

pub async fn open(shop: &Shop, mut jobs: Receiver<Job>, mut bell: Bell, grace: Duration) -> Report {
    // ANCHOR: mistake
    let (closing, kill) = (CancellationToken::new(), CancellationToken::new());
    // ANCHOR_END: mistake
    let (done, cut_off) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let (benches, free) = (TaskTracker::new(), Arc::new(Semaphore::new(BENCHES)));
    loop {
        let (bench, job) = tokio::select! {
            () = bell.rings() => break,
            next = next_job(&free, &mut jobs) => next,
        };
        let Some(job) = job else {
            benches.close();
            tokio::select! {
                () = benches.wait() => {}
                () = bell.rings() => {}
            }
            break;
        };
        let (closing, kill) = (closing.clone(), kill.clone());
        let (done, cut_off) = (done.clone(), cut_off.clone());
        benches.spawn(async move {
            let _bench = bench;
            match kill.run_until_cancelled(job.repair(closing)).await {
                Some(()) => done.fetch_add(1, SeqCst),
                None => cut_off.fetch_add(1, SeqCst),
            };
        });
    }

    jobs.close();
    let mut handed_back = 0;
    while let Ok(job) = jobs.try_recv() {
        job.hand_back();
        handed_back += 1;
    }
    closing.cancel();
    benches.close();
    tokio::select! {
        () = benches.wait() => {}
        () = sleep(grace) => {}
        () = bell.rings() => {}
    }
    kill.cancel();
    benches.wait().await;
    shop.cash_up().await;
    Report { done: done.load(SeqCst), cut_off: cut_off.load(SeqCst), handed_back }
}

async fn next_job(
    free: &Arc<Semaphore>,
    jobs: &mut Receiver<Job>,
) -> (OwnedSemaphorePermit, Option<Job>) {
    let bench = free.clone().acquire_owned().await.expect("it is never closed");
    (bench, jobs.recv().await)
}

#[cfg(test)]
mod check;
