// One future of the request for the whole watch, made before the loop and polled by reference.

mod station;

pub use station::{Reading, Round, Station};
use std::pin::pin;
use std::time::Duration;
use tokio::time::interval;
use tokio_util::sync::CancellationToken;

pub async fn keep_watch(station: &Station, stop: &CancellationToken) {
    let mut minute = interval(Duration::from_secs(60));
    let mut asked = pin!(stop.cancelled());
    loop {
        tokio::select! {
            biased;
            () = &mut asked => break,
            _ = minute.tick() => round(station).await, // A handler is no branch: nothing cuts it.
        }
    }
}

async fn round(station: &Station) {
    let reading = station.measure().await;
    station.tell_harbour(&reading).await;
    station.tell_airport(&reading).await;
}

#[cfg(test)]
mod check;
