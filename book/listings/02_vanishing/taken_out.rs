use std::collections::VecDeque;
use std::mem;
use std::time::Duration;
use tokio::time::{sleep, timeout};

// ANCHOR: serve
async fn serve_taken(waiting: &mut VecDeque<&str>, served: &mut Vec<String>) {
    for order in mem::take(waiting) {
        served.push(cook(order).await);
    }
}

async fn serve_left_there(waiting: &mut VecDeque<&str>, served: &mut Vec<String>) {
    while let Some(order) = waiting.front() {
        served.push(cook(order).await);
        waiting.pop_front();
    }
}
// ANCHOR_END: serve

/// Two minutes for each.
async fn cook(order: &str) -> String {
    sleep(Duration::from_secs(120)).await;
    order.to_owned()
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let three_minutes = Duration::from_secs(180);
    let orders = VecDeque::from(["tea", "cake", "pie"]);

    let (mut waiting, mut served) = (orders.clone(), Vec::new());
    let _ = timeout(three_minutes, serve_taken(&mut waiting, &mut served)).await;
    println!("taken out:  served {served:?}, waiting {waiting:?}");

    let (mut waiting, mut served) = (orders.clone(), Vec::new());
    let _ = timeout(three_minutes, serve_left_there(&mut waiting, &mut served)).await;
    println!("left there: served {served:?}, waiting {waiting:?}");
}
