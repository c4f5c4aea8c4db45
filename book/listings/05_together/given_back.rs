use futures::future::{Either, select};
use std::pin::pin;
use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn come(what: &str, minutes: u64) -> String {
    sleep(Duration::from_secs(60 * minutes)).await;
    format!("the {what} comes")
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let start = Instant::now();
    let minutes = || start.elapsed().as_secs() / 60;

    let (bus, train) = (pin!(come("bus", 10)), pin!(come("train", 15)));
    let (first, other) = match select(bus, train).await {
        Either::Left(both) | Either::Right(both) => both,
    };
    println!("after {} min {first}", minutes());
    let other = other.await;
    println!("after {} min {other}", minutes());
}
