use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::{Instant, interval, sleep};

const TEN: Duration = Duration::from_millis(10);

/// A counter with three customers in front of it, who each come back fifty times.
async fn busy_counter() -> Arc<Mutex<()>> {
    let counter = Arc::new(Mutex::new(()));
    for _ in 0..3 {
        let counter = counter.clone();
        tokio::spawn(async move {
            for _ in 0..50 {
                let _turn = counter.lock().await;
                sleep(TEN).await;
            }
        });
    }
    tokio::task::yield_now().await;
    counter
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let counter = busy_counter().await;
    let (begun, mut tick) = (Instant::now(), interval(TEN));
    // ANCHOR: anew
    loop {
        tokio::select! {
            _turn = counter.lock() => break,
            _ = tick.tick() => {}
        }
    }
    println!("a new wait in each round: my turn after {:?}", begun.elapsed());
    // ANCHOR_END: anew

    let counter = busy_counter().await;
    let (begun, mut tick) = (Instant::now(), interval(TEN));
    // ANCHOR: kept
    let mut lock = pin!(counter.lock());
    loop {
        tokio::select! {
            _turn = &mut lock => break,
            _ = tick.tick() => {}
        }
    }
    println!("one wait, kept:           my turn after {:?}", begun.elapsed());
    // ANCHOR_END: kept
}
