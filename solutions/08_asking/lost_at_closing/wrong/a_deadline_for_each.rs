// Why it tempts: each wait has its limit, so all of it has.
// Why it fails: with every job that ends the grace begins anew. Three benches can make half a minute of ten
// seconds, and a hundred a quarter of an hour.
// Rejected by: who_is_not_done_after_the_grace_is_cut_off
// Says: does anything wind it up again

mod shop;

pub use shop::{BENCHES, Bell, Job, Shop};
use std::time::Duration;
use tokio::sync::mpsc::Receiver;
use tokio::task::JoinSet;
use tokio::time::timeout;
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
    while let Ok(job) = jobs.try_recv() {
        job.hand_back();
        report.handed_back += 1;
    }
    closing.cancel();
    // ANCHOR: mistake
    while let Ok(Some(_)) = timeout(grace, benches.join_next()).await {
        report.done += 1;
    }
    // ANCHOR_END: mistake
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

#[cfg(test)]
mod check;
