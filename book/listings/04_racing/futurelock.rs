use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::{Instant, sleep, timeout};

const SECOND: Duration = Duration::from_secs(1);

// ANCHOR: futurelock
async fn save(ledger: &Mutex<u32>) {
    *ledger.lock().await += 1;
}

async fn work(ledger: &Mutex<u32>, begun: Instant) {
    let mut saving = pin!(save(ledger));
    tokio::select! {
        () = &mut saving => println!("{:?}: saved", begun.elapsed()),
        () = sleep(SECOND) => {
            println!("{:?}: saving takes long; let me look into the ledger", begun.elapsed());
            println!("{:?}: it says {}", begun.elapsed(), ledger.lock().await);
        }
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let begun = Instant::now();
    let ledger = Arc::new(Mutex::new(0));
    tokio::spawn({
        let held = ledger.clone().lock_owned().await;
        async move {
            sleep(2 * SECOND).await;
            drop(held);
            println!("{:?}: the ledger is free", begun.elapsed());
        }
    });
    let outcome = timeout(3600 * SECOND, work(&ledger, begun)).await;
    println!("{:?}: {outcome:?}", begun.elapsed());
}
// ANCHOR_END: futurelock
