// The wait for the next round is the safe point: nothing is half done there, so that is where the request
// is waited for, too. `biased` makes it the first to be asked when a round is due as well. The round stands
// outside of the `select!`, in the plain loop, where no request can cut it.

#[path = "../../exercises/08_asking/one_more_round/src/station.rs"]
mod station;

pub use station::{Reading, Round, Station};
use std::time::Duration;
use tokio::time::interval;
use tokio_util::sync::CancellationToken;

/// Takes a reading every minute, the first one at once, and tells the harbour and the airport.
///
/// Asked to stop between two rounds, it returns at once. Asked during a round, it returns when that
/// round is done. No round begins after it was asked.
pub async fn keep_watch(station: &Station, stop: &CancellationToken) {
    let mut minute = interval(Duration::from_secs(60));
    loop {
        tokio::select! {
            biased;
            () = stop.cancelled() => return,
            _ = minute.tick() => {}
        }
        let reading = station.measure().await;
        station.tell_harbour(&reading).await;
        station.tell_airport(&reading).await;
    }
}

#[cfg(test)]
#[path = "../../exercises/08_asking/one_more_round/src/check.rs"]
mod check;
