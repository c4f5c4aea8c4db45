// Why it tempts: more places to stop at look more polite, and no step is cut.
// Why it fails: a place between two steps of one round is no safe point. The step before it is done and
// the one after it never is.
// Rejected by: asked_during_a_round_it_ends_with_that_round
// Says: in the middle of round

mod station;

pub use station::{Reading, Round, Station};
use std::time::Duration;
use tokio::time::interval;
use tokio_util::sync::CancellationToken;

pub async fn keep_watch(station: &Station, stop: &CancellationToken) {
    let mut minute = interval(Duration::from_secs(60));
    loop {
        if stop.run_until_cancelled(minute.tick()).await.is_none() {
            return;
        }
        // ANCHOR: mistake
        let reading = station.measure().await;
        if stop.is_cancelled() {
            return;
        }
        station.tell_harbour(&reading).await;
        if stop.is_cancelled() {
            return;
        }
        station.tell_airport(&reading).await;
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
