// The other way round: it waits for the request, until the next round is due. `timeout_at` asks the future
// before it asks the clock.

mod station;

pub use station::{Reading, Round, Station};
use std::time::Duration;
use tokio::time::{Instant, timeout_at};
use tokio_util::sync::CancellationToken;

pub async fn keep_watch(station: &Station, stop: &CancellationToken) {
    let mut next = Instant::now();
    while timeout_at(next, stop.cancelled()).await.is_err() {
        let reading = station.measure().await;
        station.tell_harbour(&reading).await;
        station.tell_airport(&reading).await;
        next += Duration::from_secs(60);
    }
}

#[cfg(test)]
mod check;
