// Why it tempts: the work comes first, and `biased` makes the order clear.
// Why it fails: when rounds take longer than a minute, the next tick is always overdue. The first branch is
// always ready, and the second is never asked.
// Rejected by: no_round_begins_after_it_was_asked
// Says: it began a round after that

mod station;

pub use station::{Reading, Round, Station};
use std::time::Duration;
use tokio::time::interval;
use tokio_util::sync::CancellationToken;

pub async fn keep_watch(station: &Station, stop: &CancellationToken) {
    let mut minute = interval(Duration::from_secs(60));
    loop {
        // ANCHOR: mistake
        tokio::select! {
            biased;
            _ = minute.tick() => {}
            () = stop.cancelled() => return,
        }
        // ANCHOR_END: mistake
        let reading = station.measure().await;
        station.tell_harbour(&reading).await;
        station.tell_airport(&reading).await;
    }
}

#[cfg(test)]
mod check;
