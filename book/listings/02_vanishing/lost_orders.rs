use std::time::Duration;
use tokio::sync::mpsc::{self, Receiver, Sender};
use tokio::time::{sleep, timeout};

/// Four pizzas fit into the oven. Fewer only at closing time.
async fn next_batch(orders: &mut Receiver<u32>) -> Vec<u32> {
    let mut batch = Vec::new();
    while batch.len() < 4
        && let Some(order) = orders.recv().await
    {
        batch.push(order);
    }
    batch
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (sender, mut orders) = mpsc::channel(10);
    tokio::spawn(take_orders(sender));

    loop {
        match timeout(Duration::from_secs(1), next_batch(&mut orders)).await {
            Ok(batch) if batch.is_empty() => break,
            Ok(batch) => println!("into the oven: {batch:?}"),
            Err(_) => println!("not enough for the oven yet"),
        }
    }
}

/// Ten orders, five at a time.
async fn take_orders(kitchen: Sender<u32>) {
    for order in 1..=10 {
        kitchen.send(order).await.expect("the kitchen is open");
        let pause = if order % 5 == 0 { 900 } else { 200 };
        sleep(Duration::from_millis(pause)).await;
    }
}
