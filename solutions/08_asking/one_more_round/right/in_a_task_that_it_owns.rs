// All of it in a task, in a set that aborts what is in it when it is dropped.

mod station;

pub use station::{Reading, Round, Station};
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::interval;
use tokio_util::sync::CancellationToken;

pub async fn keep_watch(station: &Station, stop: &CancellationToken) {
    let (station, stop) = (station.clone(), stop.clone());
    let mut watch = JoinSet::new();
    watch.spawn(async move {
        let mut minute = interval(Duration::from_secs(60));
        while stop.run_until_cancelled(minute.tick()).await.is_some() {
            let reading = station.measure().await;
            station.tell_harbour(&reading).await;
            station.tell_airport(&reading).await;
        }
    });
    watch.join_next().await.expect("there is one task").expect("it does not panic");
}

#[cfg(test)]
mod check;
