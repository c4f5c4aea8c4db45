// Whoever wins the race, the token has the last word.

mod station;

pub use station::{Reading, Round, Station};
use std::time::Duration;
use tokio::time::interval;
use tokio_util::sync::CancellationToken;

pub async fn keep_watch(station: &Station, stop: &CancellationToken) {
    let mut minute = interval(Duration::from_secs(60));
    loop {
        tokio::select! {
            () = stop.cancelled() => {}
            _ = minute.tick() => {}
        }
        if stop.is_cancelled() {
            return;
        }
        let reading = station.measure().await;
        station.tell_harbour(&reading).await;
        station.tell_airport(&reading).await;
    }
}

#[cfg(test)]
mod check;
