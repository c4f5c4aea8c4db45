// Why it tempts: closed is closed, and `shutdown` aborts the tasks and waits for them.
// Why it fails: six more seconds would have been enough for two of them. That is what the grace is for.
// Rejected by: who_is_at_work_has_time_to_come_to_an_end
// Says: somebody was cut off

mod shop;

pub use shop::{BENCHES, Bell, Job, Shop};
use std::time::Duration;
use tokio::sync::mpsc::Receiver;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub done: usize,
    pub cut_off: usize,
    pub handed_back: usize,
}

pub async fn open(
    shop: &Shop,
    mut jobs: Receiver<Job>,
    mut bell: Bell,
    _grace: Duration,
) -> Report {
    let (mut report, mut benches, closing) =
        (Report::default(), JoinSet::new(), CancellationToken::new());
    tokio::select! {
        () = work(&mut jobs, &mut benches, &closing, &mut report) => {}
        () = bell.rings() => {}
    }
    jobs.close();
    while let Ok(job) = jobs.try_recv() {
        job.hand_back();
        report.handed_back += 1;
    }
    // ANCHOR: mistake
    closing.cancel();
    report.cut_off += benches.len();
    benches.shutdown().await;
    // ANCHOR_END: mistake
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

#[cfg(test)]
mod check;
