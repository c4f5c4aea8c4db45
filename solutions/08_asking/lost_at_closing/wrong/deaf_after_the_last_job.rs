// Why it tempts: when nobody can come any more, all that is left is to wait for those at work.
// Why it fails: that wait is outside of the `select!`, so the bell rings and nobody hears it.
// Rejected by: who_is_not_done_after_the_grace_is_cut_off
// Says: From when to when does the time run

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
        // ANCHOR: mistake
        () = intake(&mut jobs, &mut benches, &closing, &mut report) => {
            while benches.join_next().await.is_some() {
                report.done += 1;
            }
        }
        // ANCHOR_END: mistake
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

async fn intake(
    jobs: &mut Receiver<Job>,
    benches: &mut JoinSet<()>,
    closing: &CancellationToken,
    report: &mut Report,
) {
    loop {
        while benches.len() >= BENCHES {
            benches.join_next().await;
            report.done += 1;
        }
        let Some(job) = jobs.recv().await else { return };
        benches.spawn(job.repair(closing.clone()));
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
