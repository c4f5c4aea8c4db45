// No task at all: the jobs are futures in a set that this function polls itself. To cut them off is to drop
// the set.

mod shop;

use futures::StreamExt;
use futures::stream::FuturesUnordered;
pub use shop::{BENCHES, Bell, Job, Shop};
use std::time::Duration;
use tokio::sync::mpsc::Receiver;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub done: usize,
    pub cut_off: usize,
    pub handed_back: usize,
}

pub async fn open(shop: &Shop, mut jobs: Receiver<Job>, mut bell: Bell, grace: Duration) -> Report {
    let (mut report, closing) = (Report::default(), CancellationToken::new());
    let mut benches = FuturesUnordered::new();
    let mut more = true;
    while more || !benches.is_empty() {
        tokio::select! {
            biased;
            () = bell.rings() => break,
            Some(()) = benches.next() => report.done += 1,
            job = jobs.recv(), if more && benches.len() < BENCHES => match job {
                Some(job) => benches.push(job.repair(closing.clone())),
                None => more = false,
            },
        }
    }
    jobs.close();
    closing.cancel();
    let rest = async {
        loop {
            tokio::select! {
                Some(()) = benches.next() => report.done += 1,
                Some(job) = jobs.recv() => {
                    job.hand_back();
                    report.handed_back += 1;
                }
                else => break,
            }
        }
    };
    tokio::select! {
        biased;
        _ = timeout(grace, rest) => {}
        () = bell.rings() => {}
    }
    report.cut_off = benches.len();
    drop(benches);
    shop.cash_up().await;
    report
}

#[cfg(test)]
mod check;
