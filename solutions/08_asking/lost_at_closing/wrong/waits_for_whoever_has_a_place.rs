// Why it tempts: the documentation of `close` says to call `recv` until it says `None`, so that no message
// is lost.
// Why it fails: it says `None` when nobody holds a place in line any more. One who does not come keeps the
// shop open, and nobody listens to the clock or to the bell.
// Rejected by: who_was_promised_a_place_in_line_is_not_lost_either
// Says: What ends the wait for them

mod shop;

pub use shop::{BENCHES, Bell, Job, Shop};
use std::time::Duration;
use tokio::sync::mpsc::Receiver;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until};
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
    let (mut more, mut until) = (true, None);
    while more || !benches.is_empty() {
        tokio::select! {
            job = jobs.recv(), if more && benches.len() < BENCHES => match job {
                Some(job) => {
                    benches.spawn(job.repair(closing.clone()));
                }
                None => more = false,
            },
            Some(_) = benches.join_next() => report.done += 1,
            () = bell.rings() => {
                if until.is_some() {
                    break;
                }
                until = Some(Instant::now() + grace);
                more = false;
                closing.cancel();
                // ANCHOR: mistake
                jobs.close();
                while let Some(job) = jobs.recv().await {
                    job.hand_back();
                    report.handed_back += 1;
                }
                // ANCHOR_END: mistake
            }
            () = sleep_until(until.unwrap_or_else(Instant::now)), if until.is_some() => break,
        }
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

#[cfg(test)]
mod check;
