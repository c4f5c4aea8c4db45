// A `TaskTracker` and two tokens: one asks, the other drops. The second has a guard, so that it also speaks
// when this function is dropped.

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
    let (closing, kill) = (CancellationToken::new(), CancellationToken::new());
    let _if_dropped = kill.clone().drop_guard();
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
    closing.cancel();
    benches.close();
    let mut handed_back = 0;
    let wind_up = async {
        while let Some(job) = jobs.recv().await {
            job.hand_back();
            handed_back += 1;
        }
        benches.wait().await;
    };
    tokio::select! {
        biased;
        () = wind_up => {}
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
