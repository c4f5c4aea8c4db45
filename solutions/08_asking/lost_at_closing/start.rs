mod shop;

pub use shop::{BENCHES, Bell, Job, Shop};
use std::time::Duration;
use tokio::sync::mpsc::Receiver;
use tokio::task::JoinSet;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

/// What became of the jobs.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub done: usize,
    pub cut_off: usize,
    pub handed_back: usize,
}

/// Keeps the shop open until all jobs are done and no more can come, or until the bell rings. Then:
///
/// * No job is begun. Who is in line, or comes now, gets the job back at once.
/// * Those at work are told, and have `grace` to come to an end. A second ring ends their time at once.
/// * Who is not done then is cut off, and has left the bench before the cash is counted.
///
/// It counts the cash last, and returns as soon as it can. Dropped, it leaves nobody at work.
pub async fn open(shop: &Shop, mut jobs: Receiver<Job>, mut bell: Bell, grace: Duration) -> Report {
    let (mut report, mut benches, closing) =
        (Report::default(), JoinSet::new(), CancellationToken::new());
    tokio::select! {
        () = work(&mut jobs, &mut benches, &closing, &mut report) => {}
        () = bell.rings() => {
            // TODO: close the shop as promised. This only stays open for a while, and then goes home.
            let _ = timeout(grace, work(&mut jobs, &mut benches, &closing, &mut report)).await;
        }
    }
    shop.cash_up().await;
    report
}

/// Begins jobs where a bench is free, and counts those that are done, until all are and no more come.
async fn work(
    jobs: &mut Receiver<Job>,
    benches: &mut JoinSet<()>,
    closing: &CancellationToken,
    report: &mut Report,
) {
    loop {
        tokio::select! {
            Some(job) = jobs.recv(), if benches.len() < BENCHES => {
                benches.spawn(job.repair(closing.clone()));
            }
            Some(_) = benches.join_next() => report.done += 1,
            else => return,
        }
    }
}

#[cfg(test)]
mod check;
