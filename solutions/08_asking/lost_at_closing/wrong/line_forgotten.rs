// Why it tempts: a receiver that is dropped closes its channel. Nobody can bring anything any more.
// Why it fails: what is in the channel is dropped with it. Nobody is told.
// Rejected by: nobody_in_line_is_lost_and_nothing_is_begun_after_the_bell
// Says: What becomes of messages in a channel when its receiver goes

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
    // ANCHOR: mistake
    drop(jobs);
    closing.cancel();
    // ANCHOR_END: mistake
    let (_door, mut jobs) = tokio::sync::mpsc::channel(1);
    drop(_door);
    tokio::select! {
        () = work(&mut jobs, &mut benches, &closing, &mut report) => {}
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

#[cfg(test)]
mod check;
