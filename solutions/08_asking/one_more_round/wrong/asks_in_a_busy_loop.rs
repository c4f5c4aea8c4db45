// Why it tempts: whoever looks all the time is never late.
// Why it fails: it is woken all the time, and by itself. The clock never gets to the next tick while a task
// can run, and in production a processor burns.
// Rejected by: between_two_rounds_it_sleeps
// Says: could it be told instead

mod station;

use futures::FutureExt;
pub use station::{Reading, Round, Station};
use std::time::Duration;
use tokio::task::yield_now;
use tokio::time::interval;
use tokio_util::sync::CancellationToken;

pub async fn keep_watch(station: &Station, stop: &CancellationToken) {
    let mut minute = interval(Duration::from_secs(60));
    loop {
        // ANCHOR: mistake
        while minute.tick().now_or_never().is_none() {
            if stop.is_cancelled() {
                return;
            }
            yield_now().await;
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
