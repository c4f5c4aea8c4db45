use std::future::poll_fn;
use std::pin::pin;
use std::task::{Context, Poll};
use tokio::sync::mpsc;
use tokio::task::coop::{has_budget_remaining, poll_proceed};
use tokio::task::yield_now;

// ANCHOR: budget
/// Empties a basket of orders into a list of its own.
async fn collect(basket: &mut mpsc::Receiver<u32>) -> Vec<u32> {
    let mut orders = Vec::new();
    while let Some(order) = basket.recv().await {
        orders.push(order);
    }
    orders
}

/// Takes units of this poll's budget until `left` are left, and returns how many it took.
fn use_up(left: usize, units: usize, cx: &mut Context<'_>) -> usize {
    let mut taken = 0;
    while taken + left < units
        && has_budget_remaining()
        && let Poll::Ready(unit) = poll_proceed(cx)
    {
        unit.made_progress();
        taken += 1;
    }
    taken
}

/// Polls at most so many times, each time with a budget for one operation if `units` says how many
/// a poll has; then drops.
async fn cancel_after<T>(
    mut polls: usize,
    units: Option<usize>,
    future: impl Future<Output = T>,
) -> Option<T> {
    let mut future = pin!(future);
    yield_now().await; // From here on the task has a budget that is whole.
    poll_fn(|cx| {
        if polls == 0 {
            return Poll::Ready(None);
        }
        polls -= 1;
        if let Some(units) = units {
            use_up(1, units, cx);
        }
        match future.as_mut().poll(cx) {
            Poll::Ready(value) => Poll::Ready(Some(value)),
            Poll::Pending if polls == 0 => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        }
    })
    .await
}
// ANCHOR_END: budget

async fn sweep(units: Option<usize>) {
    for polls in 0.. {
        let (sender, mut basket) = mpsc::channel(3);
        (1..=3).for_each(|order| sender.try_send(order).expect("there is room for three"));
        drop(sender);
        let done = cancel_after(polls, units, collect(&mut basket)).await.is_some();
        if done {
            println!("  done");
            break;
        }
        println!("  dropped after {polls}: {} of 3 orders are still in the basket", basket.len());
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    println!("As it is:");
    sweep(None).await;
    println!("With a budget of one:");
    yield_now().await;
    let units = poll_fn(|cx| Poll::Ready(use_up(0, usize::MAX, cx))).await;
    sweep(Some(units)).await;
}
