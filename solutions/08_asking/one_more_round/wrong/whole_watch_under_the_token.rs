// Why it tempts: one line, and it does stop at once.
// Why it fails: `run_until_cancelled` drops what it runs, wherever that stands. The harbour knows of a
// reading that the airport never gets.
// Rejected by: asked_during_a_round_it_ends_with_that_round
// Says: in the middle of round

mod station;

pub use station::{Reading, Round, Station};
use std::time::Duration;
use tokio::time::interval;
use tokio_util::sync::CancellationToken;

pub async fn keep_watch(station: &Station, stop: &CancellationToken) {
    let mut minute = interval(Duration::from_secs(60));
    // ANCHOR: mistake
    let watch = async {
        loop {
            minute.tick().await;
            let reading = station.measure().await;
            station.tell_harbour(&reading).await;
            station.tell_airport(&reading).await;
        }
    };
    let _: Option<()> = stop.run_until_cancelled(watch).await;
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
