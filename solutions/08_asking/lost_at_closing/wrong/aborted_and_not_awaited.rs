// Why it tempts: after `abort_all` nobody works any more.
// Why it fails: an abort is a request to the runtime. The tasks still stand at their benches while the cash
// is counted.
// Rejected by: the_cash_is_counted_when_the_benches_are_empty
// Says: When is a task that was aborted over

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
    while let Ok(job) = jobs.try_recv() {
        job.hand_back();
        report.handed_back += 1;
    }
    closing.cancel();
    tokio::select! {
        () = work(&mut jobs, &mut benches, &closing, &mut report) => {}
        () = sleep(grace) => {}
        () = bell.rings() => {}
    }
    // ANCHOR: mistake
    report.cut_off += benches.len();
    benches.abort_all();
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
