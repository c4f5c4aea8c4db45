// Why it tempts: the door is shut and the line is empty, so nobody can come any more.
// Why it fails: `try_recv` says that nobody is there now. Who was promised a place in line may still come to
// it after `close`, and `work` takes that job to a bench.
// Rejected by: who_was_promised_a_place_in_line_is_not_lost_either
// Says: had been promised before

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
    jobs.close();
    while let Ok(job) = jobs.try_recv() {
        job.hand_back();
        report.handed_back += 1;
    }
    // ANCHOR_END: mistake
    closing.cancel();
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
