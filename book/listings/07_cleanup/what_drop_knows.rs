use futures::FutureExt;
use std::panic::AssertUnwindSafe;
use std::thread;
use std::time::Duration;
use tokio::time::{sleep, timeout};

// ANCHOR: parcel
struct Parcel {
    delivered: bool,
}

impl Drop for Parcel {
    fn drop(&mut self) {
        let panicking = thread::panicking();
        println!("  dropped; delivered: {}, panicking: {panicking}", self.delivered);
    }
}

async fn deliver(broken_bridge: bool) {
    let mut parcel = Parcel { delivered: false };
    sleep(Duration::from_secs(60)).await;
    assert!(!broken_bridge);
    parcel.delivered = true; // Defused.
}
// ANCHOR_END: parcel

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    println!("completed");
    deliver(false).await;

    println!("cancelled");
    let _ = timeout(Duration::from_secs(1), deliver(false)).await;

    println!("panicked");
    std::panic::set_hook(Box::new(|_| {}));
    let _ = AssertUnwindSafe(deliver(true)).catch_unwind().await;
}
