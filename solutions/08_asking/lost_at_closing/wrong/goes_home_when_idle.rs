// Why it tempts: nobody is in line and nobody is at work, so all jobs are done.
// Why it fails: an empty channel is not a closed one. Who is on the way stands in front of a closed door.
// Rejected by: without_a_bell_every_job_is_done
// Says: What does an empty line say

mod shop;

pub use shop::{BENCHES, Bell, Job, Shop};
use std::time::Duration;
use tokio::sync::mpsc::Receiver;
use tokio::task::JoinSet;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub done: usize,
    pub cut_off: usize,
    pub handed_back: usize,
}

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
        biased;
        () = wind_up(&mut jobs, &mut benches, &mut report) => {}
        () = sleep(grace) => {}
        () = bell.rings() => {}
    }
    benches.abort_all();
    while let Some(end) = benches.join_next().await {
        match end {
            Ok(()) => report.done += 1,
            Err(_) => report.cut_off += 1,
        }
    }
    shop.cash_up().await;
    report
}

async fn work(
    jobs: &mut Receiver<Job>,
    benches: &mut JoinSet<()>,
    closing: &CancellationToken,
    report: &mut Report,
) {
    // ANCHOR: mistake
    while !(jobs.is_empty() && benches.is_empty()) {
        // ANCHOR_END: mistake
        tokio::select! {
            Some(job) = jobs.recv(), if benches.len() < BENCHES => {
                benches.spawn(job.repair(closing.clone()));
            }
            Some(_) = benches.join_next() => report.done += 1,
            else => return,
        }
    }
}

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
mod check;
