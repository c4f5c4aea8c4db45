// `run_until_cancelled` drops what it runs, so it gets what may be dropped: the wait for the next round. It
// looks at the token before it polls, so an overdue tick cannot win.

mod station;

pub use station::{Reading, Round, Station};
use std::time::Duration;
use tokio::time::interval;
use tokio_util::sync::CancellationToken;

pub async fn keep_watch(station: &Station, stop: &CancellationToken) {
    let mut minute = interval(Duration::from_secs(60));
    while stop.run_until_cancelled(minute.tick()).await.is_some() {
        let reading = station.measure().await;
        station.tell_harbour(&reading).await;
        station.tell_airport(&reading).await;
    }
}

#[cfg(test)]
mod check;
