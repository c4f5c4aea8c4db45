// Why it tempts: the watch has a task of its own, and in there nobody minds that it looks all the time.
// Why it fails: the runtime does. It wakes the task a thousand times a second, and nobody has asked.
// Rejected by: between_two_rounds_it_sleeps
// Says: could it be told instead

mod station;

pub use station::{Reading, Round, Station};
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::{interval, timeout};
use tokio_util::sync::CancellationToken;

pub async fn keep_watch(station: &Station, stop: &CancellationToken) {
    let (station, stop) = (station.clone(), stop.clone());
    let mut watch = JoinSet::new();
    watch.spawn(async move {
        let mut minute = interval(Duration::from_secs(60));
        while !stop.is_cancelled() {
            // ANCHOR: mistake
            if timeout(Duration::from_millis(1), minute.tick()).await.is_err() {
                continue;
            }
            // ANCHOR_END: mistake
            let reading = station.measure().await;
            station.tell_harbour(&reading).await;
            station.tell_airport(&reading).await;
        }
    });
    watch.join_next().await.expect("there is one task").expect("it does not panic");
}

#[cfg(test)]
mod check;
