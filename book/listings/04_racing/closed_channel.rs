use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{Instant, interval_at};

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (sender, mut messages) = mpsc::channel::<&str>(8);
    drop(sender);
    let begun = Instant::now();
    let mut tick = interval_at(begun + Duration::from_secs(1), Duration::from_secs(1));
    let mut rounds = 0;
    while rounds < 100_000 {
        rounds += 1;
        // ANCHOR: closed
        tokio::select! {
            message = messages.recv() => {
                if let Some(message) = message {
                    println!("{message}");
                }
            }
            _ = tick.tick() => println!("tick"),
        }
        // ANCHOR_END: closed
    }
    println!("{rounds} rounds in {:?}", begun.elapsed());
}
