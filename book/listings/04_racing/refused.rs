use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep_until};

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    // ANCHOR: refused
    let (sender, mut messages) = mpsc::channel(8);
    for message in [Ok("tea"), Err("not readable"), Ok("coffee")] {
        sender.send(message).await.expect("the receiver is there");
    }
    let opened = Instant::now();
    let closing_time = opened + Duration::from_secs(8 * 3600);
    loop {
        tokio::select! {
            Some(Ok(order)) = messages.recv() => println!("{:?}: {order}", opened.elapsed()),
            () = sleep_until(closing_time) => break,
        }
    }
    println!("{:?}: closed, {} message left", opened.elapsed(), messages.len());
    // ANCHOR_END: refused
}
