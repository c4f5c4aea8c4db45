mod station;

pub use station::{Reading, Round, Station};
use std::time::Duration;
use tokio::time::interval;
use tokio_util::sync::CancellationToken;

/// Takes a reading every minute, the first one at once, and tells the harbour and the airport.
///
/// Asked to stop between two rounds, it returns at once. Asked during a round, it returns when that
/// round is done. No round begins after it was asked.
pub async fn keep_watch(station: &Station, stop: &CancellationToken) {
    let mut minute = interval(Duration::from_secs(60));
    // TODO: stop when it is asked to, and neither a minute later nor in the middle of a round.
    while !stop.is_cancelled() {
        minute.tick().await;
        let reading = station.measure().await;
        station.tell_harbour(&reading).await;
        station.tell_airport(&reading).await;
    }
}

#[cfg(test)]
mod check;
