// Why it tempts: it looks every second instead of every minute, so it is sixty times as quick.
// Why it fails: whoever looks at a flag sees it at the next look. A shorter wait between two looks makes
// the delay shorter, and the processor busier, and never makes it none.
// Rejected by: asked_between_two_rounds_it_ends_at_once
// Says: although nothing was half done

mod station;

pub use station::{Reading, Round, Station};
use std::time::Duration;
use tokio::time::interval;
use tokio_util::sync::CancellationToken;

pub async fn keep_watch(station: &Station, stop: &CancellationToken) {
    // ANCHOR: mistake
    let mut second = interval(Duration::from_secs(1));
    for number in 0u64.. {
        second.tick().await;
        if stop.is_cancelled() {
            return;
        }
        if number % 60 != 0 {
            continue;
        }
        // ANCHOR_END: mistake
        let reading = station.measure().await;
        station.tell_harbour(&reading).await;
        station.tell_airport(&reading).await;
    }
}

#[cfg(test)]
mod check;
