// Why it tempts: everybody was told, so everybody will be done soon.
// Why it fails: not everybody listens. One job that does not keeps the shop open, until somebody pulls the
// plug on all of it.
// Rejected by: who_is_not_done_after_the_grace_is_cut_off
// Says: From when to when does the time run

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
    closing.cancel();
    // ANCHOR: mistake
    while benches.join_next().await.is_some() {
        report.done += 1;
    }
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
