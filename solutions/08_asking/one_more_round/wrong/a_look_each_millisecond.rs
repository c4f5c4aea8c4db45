// Why it tempts: nobody notices a millisecond.
// Why it fails: the battery does. The task is woken sixty thousand times a minute to find that nobody
// has asked.
// Rejected by: between_two_rounds_it_sleeps
// Says: could it be told instead

mod station;

pub use station::{Reading, Round, Station};
use std::time::Duration;
use tokio::time::{interval, timeout};
use tokio_util::sync::CancellationToken;

pub async fn keep_watch(station: &Station, stop: &CancellationToken) {
    let mut minute = interval(Duration::from_secs(60));
    loop {
        // ANCHOR: mistake
        while timeout(Duration::from_millis(1), minute.tick()).await.is_err() {
            if stop.is_cancelled() {
                return;
            }
        }
        if stop.is_cancelled() {
            return;
        }
        // ANCHOR_END: mistake
        let reading = station.measure().await;
        station.tell_harbour(&reading).await;
        station.tell_airport(&reading).await;
    }
}

#[cfg(test)]
mod check;
