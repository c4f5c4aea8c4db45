// Why it tempts: a task is not cut when the watch stops waiting for it, so the round will be whole.
// Why it fails: it returns while the round is on its way. What ends the program now ends the round as well.
// Rejected by: asked_during_a_round_it_ends_with_that_round
// Says: in the middle of round

mod station;

pub use station::{Reading, Round, Station};
use std::time::Duration;
use tokio::time::interval;
use tokio_util::sync::CancellationToken;

pub async fn keep_watch(station: &Station, stop: &CancellationToken) {
    let mut minute = interval(Duration::from_secs(60));
    while stop.run_until_cancelled(minute.tick()).await.is_some() {
        // ANCHOR: mistake
        let station = station.clone();
        let round = tokio::spawn(async move {
            let reading = station.measure().await;
            station.tell_harbour(&reading).await;
            station.tell_airport(&reading).await;
        });
        tokio::select! {
            () = stop.cancelled() => return,
            _ = round => {}
        }
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
