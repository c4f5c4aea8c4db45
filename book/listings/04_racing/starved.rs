use std::cell::Cell;
use tokio::sync::mpsc::{self, UnboundedReceiver};
use tokio::task::yield_now;
use tokio_util::sync::CancellationToken;

fn busy_queue() -> UnboundedReceiver<u32> {
    let (sender, queue) = mpsc::unbounded_channel();
    (0..50_000).for_each(|n| sender.send(n).expect("the receiver is there"));
    queue
}

// ANCHOR: starved
async fn queue_first(mut queue: UnboundedReceiver<u32>, stop: &CancellationToken) -> u32 {
    let mut handled = 0;
    loop {
        tokio::select! {
            biased;
            Some(_) = queue.recv() => handled += 1,
            () = stop.cancelled() => return handled,
        }
    }
}
// ANCHOR_END: starved

async fn stop_first(mut queue: UnboundedReceiver<u32>, stop: &CancellationToken) -> u32 {
    let mut handled = 0;
    loop {
        tokio::select! {
            biased;
            () = stop.cancelled() => return handled,
            Some(_) = queue.recv() => handled += 1,
        }
    }
}

async fn at_random(mut queue: UnboundedReceiver<u32>, stop: &CancellationToken) -> u32 {
    let mut handled = 0;
    loop {
        tokio::select! {
            Some(_) = queue.recv() => handled += 1,
            () = stop.cancelled() => return handled,
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let stop = CancellationToken::new();
    stop.cancel(); // Before the first message is looked at.

    // Somebody else on the same task, who notices when the loop suspends.
    let turns = Cell::new(0);
    let others = async {
        loop {
            turns.set(turns.get() + 1);
            yield_now().await;
        }
    };
    let handled = tokio::select! {
        handled = queue_first(busy_queue(), &stop) => handled,
        () = others => unreachable!(),
    };
    println!("queue first: {handled} messages after the stop");
    println!("             it suspended on its way: {}", turns.get() > 100);
    println!("stop first:  {} messages", stop_first(busy_queue(), &stop).await);
    println!("at random:   fewer than 100: {}", at_random(busy_queue(), &stop).await < 100);
}
