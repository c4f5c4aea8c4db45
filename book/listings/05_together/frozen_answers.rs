use futures::stream::{self, StreamExt};
use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};

// ANCHOR: answers
/// Three steps of a second each.
async fn answer(name: &'static str, start: Instant) -> &'static str {
    println!("{:>4}  {name} begins", start.elapsed().as_secs());
    for _ in 0..3 {
        sleep(Duration::from_secs(1)).await;
    }
    name
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let start = Instant::now();
    let limit = Duration::from_secs(5);
    let letters = stream::iter(["Ann", "Ben", "Cid"]).enumerate();
    let mut answers = letters
        .map(async |(late, name)| {
            sleep(Duration::from_secs(late as u64)).await;
            (name, timeout(limit, answer(name, start)).await)
        })
        .buffer_unordered(3);

    while let Some((name, answer)) = answers.next().await {
        println!("{:>4}  {name}: {answer:?}", start.elapsed().as_secs());
        sleep(Duration::from_secs(60)).await; // Somebody reads the answer.
    }
}
// ANCHOR_END: answers
