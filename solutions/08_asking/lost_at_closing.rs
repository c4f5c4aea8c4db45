// Closing is a sequence, and each step makes room for the next: shut the door, tell those at work, give back
// what is in line and wait for the rest with one deadline, cut off who is left, wait until they have gone, and
// only then count the cash. `work` and `wind_up` may be dropped when the bell rings, because they hold
// nothing: the channel and the set of tasks are ours.

#[path = "../../exercises/08_asking/lost_at_closing/src/shop.rs"]
mod shop;

pub use shop::{BENCHES, Bell, Job, Shop};
use std::time::Duration;
use tokio::sync::mpsc::Receiver;
use tokio::task::JoinSet;
use tokio::time::sleep;
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
        () = bell.rings() => {}
    }

    jobs.close();
    closing.cancel();
    tokio::select! {
        biased; // The line goes first, also if the bell rings again in the same moment.
        () = wind_up(&mut jobs, &mut benches, &mut report) => {}
        () = sleep(grace) => {}
        () = bell.rings() => {}
    }

    benches.abort_all();
    while let Some(end) = benches.join_next().await {
        match end {
            Ok(()) => report.done += 1, // It was done before the abort reached it.
            Err(_) => report.cut_off += 1,
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

/// Gives back what is in line, or is brought to a place that was promised, and waits for those at work.
async fn wind_up(jobs: &mut Receiver<Job>, benches: &mut JoinSet<()>, report: &mut Report) {
    while let Some(job) = jobs.recv().await {
        job.hand_back();
        report.handed_back += 1;
    }
    while benches.join_next().await.is_some() {
        report.done += 1;
    }
}

#[cfg(test)]
#[path = "../../exercises/08_asking/lost_at_closing/src/check.rs"]
mod check;
