// Why it tempts: whatever happens to the watch, the round in its task is brought to its end.
// Why it fails: a task belongs to nobody. Dropped, the watch leaves a task behind that works on a station
// that somebody else may have taken over.
// Rejected by: dropped_it_leaves_nobody_at_work
// Says: behind its back

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
        round.await.expect("a round does not panic");
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
