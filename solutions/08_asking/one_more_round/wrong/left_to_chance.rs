// Why it tempts: the answer without the word `biased`, and it is right most of the time.
// Why it fails: if a round is due and somebody has asked, both branches are ready, and `select!` throws
// dice.
// Rejected by: no_round_begins_after_it_was_asked
// Says: who decides between the two

mod station;

pub use station::{Reading, Round, Station};
use std::time::Duration;
use tokio::time::interval;
use tokio_util::sync::CancellationToken;

pub async fn keep_watch(station: &Station, stop: &CancellationToken) {
    let mut minute = interval(Duration::from_secs(60));
    loop {
        // ANCHOR: mistake
        tokio::select! {
            () = stop.cancelled() => return,
            _ = minute.tick() => {}
        }
        // ANCHOR_END: mistake
        let reading = station.measure().await;
        station.tell_harbour(&reading).await;
        station.tell_airport(&reading).await;
    }
}

#[cfg(test)]
mod check;
