use std::time::Duration;
use tokio::time::{Instant, interval, sleep};
use tokio_util::sync::CancellationToken;

async fn mind_the_lamp(stop: CancellationToken, begin: Instant) {
    let mut tick = interval(Duration::from_secs(10));
    while !stop.is_cancelled() {
        tick.tick().await;
        println!("{:>2} s  the lamp is checked", begin.elapsed().as_secs());
    }
    println!("{:>2} s  the keeper goes home", begin.elapsed().as_secs());
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (stop, begin) = (CancellationToken::new(), Instant::now());
    let keeper = tokio::spawn(mind_the_lamp(stop.clone(), begin));

    sleep(Duration::from_secs(1)).await;
    println!("{:>2} s  stop.cancel()", begin.elapsed().as_secs());
    stop.cancel();
    keeper.await.unwrap();
}
