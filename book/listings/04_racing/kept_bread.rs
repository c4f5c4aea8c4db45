use std::pin::pin;
use std::time::Duration;
use tokio::time::{Instant, interval_at, sleep};

const MINUTE: Duration = Duration::from_secs(60);

async fn bake() -> &'static str {
    println!("        dough goes into the oven");
    sleep(30 * MINUTE).await;
    "bread"
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let opened = Instant::now();
    let mut doorbell = interval_at(opened + 20 * MINUTE, 20 * MINUTE);
    // ANCHOR: kept
    let mut baking = pin!(bake());
    let mut ready = false;
    while opened.elapsed() < 60 * MINUTE {
        tokio::select! {
            bread = &mut baking, if !ready => {
                ready = true;
                println!("{:2} min  {bread} is ready", opened.elapsed().as_secs() / 60);
            }
            _ = doorbell.tick() => {
                println!("{:2} min  a customer comes in", opened.elapsed().as_secs() / 60);
            }
        }
    }
    // ANCHOR_END: kept
}
