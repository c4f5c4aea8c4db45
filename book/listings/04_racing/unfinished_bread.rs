use std::time::Duration;
use tokio::time::{Instant, interval_at, sleep};

const MINUTE: Duration = Duration::from_secs(60);

struct Dough;

impl Drop for Dough {
    fn drop(&mut self) {
        println!("        the dough is thrown away");
    }
}

async fn bake() -> &'static str {
    println!("        dough goes into the oven");
    let _dough = Dough;
    sleep(30 * MINUTE).await;
    "bread"
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let opened = Instant::now();
    let mut doorbell = interval_at(opened + 20 * MINUTE, 20 * MINUTE);
    while opened.elapsed() < 60 * MINUTE {
        tokio::select! {
            bread = bake() => println!("{bread} is ready"),
            _ = doorbell.tick() => {
                println!("{:2} min  a customer comes in", opened.elapsed().as_secs() / 60);
            }
        }
    }
}
