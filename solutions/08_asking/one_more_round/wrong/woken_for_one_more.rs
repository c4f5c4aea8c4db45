// Why it tempts: the wait ends when somebody asks, and the loop looks at the token in each turn.
// Why it fails: it looks before the wait and not after it. Woken by the request, it begins a round.
// Rejected by: asked_between_two_rounds_it_ends_at_once
// Says: although nothing was half done

mod station;

pub use station::{Reading, Round, Station};
use std::time::Duration;
use tokio::time::interval;
use tokio_util::sync::CancellationToken;

pub async fn keep_watch(station: &Station, stop: &CancellationToken) {
    let mut minute = interval(Duration::from_secs(60));
    // ANCHOR: mistake
    while !stop.is_cancelled() {
        tokio::select! {
            () = stop.cancelled() => {}
            _ = minute.tick() => {}
        }
        // ANCHOR_END: mistake
        let reading = station.measure().await;
        station.tell_harbour(&reading).await;
        station.tell_airport(&reading).await;
    }
}

#[cfg(test)]
mod check;
