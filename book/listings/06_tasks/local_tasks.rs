use std::time::Duration;
use tokio::task::{LocalSet, yield_now};
use tokio::time::{Instant, sleep};

struct Lamp;

impl Drop for Lamp {
    fn drop(&mut self) {
        println!("the lamp is off");
    }
}

// ANCHOR: local
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let start = Instant::now();
    let minutes = move || start.elapsed().as_secs() / 60;

    let local = LocalSet::new();
    local.spawn_local(async move {
        let _lamp = Lamp;
        for page in 1..=100 {
            println!("minute {}: page {page}", minutes());
            sleep(Duration::from_secs(60)).await;
        }
    });

    local.run_until(sleep(Duration::from_secs(90))).await;
    sleep(Duration::from_secs(3600)).await; // Nobody drives the set.
    local.run_until(yield_now()).await;
    println!("minute {}: the set is dropped", minutes());
    drop(local);
    println!("and gone");
}
// ANCHOR_END: local
