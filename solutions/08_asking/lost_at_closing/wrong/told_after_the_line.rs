// Why it tempts: first those in line, then those at work, one after the other.
// Why it fails: the line may have to wait for somebody who was promised a place. So long those at work do not
// know that the shop closes, and their time runs.
// Rejected by: who_was_promised_a_place_in_line_is_not_lost_either
// Says: who was told, and when

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
    tokio::select! {
        biased;
        () = wind_up(&closing, &mut jobs, &mut benches, &mut report) => {}
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

async fn wind_up(closing: &CancellationToken, jobs: &mut Receiver<Job>, benches: &mut JoinSet<()>, report: &mut Report) {
    while let Some(job) = jobs.recv().await {
        job.hand_back();
        report.handed_back += 1;
    }
    // ANCHOR: mistake
    closing.cancel();
    // ANCHOR_END: mistake
    while benches.join_next().await.is_some() {
        report.done += 1;
    }
}

#[cfg(test)]
mod check;
