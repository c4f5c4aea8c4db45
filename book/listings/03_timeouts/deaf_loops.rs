use std::future::ready;
use std::pin::pin;
use std::task::{Context, Waker};
use std::time::Duration;
use tokio::sync::mpsc::{Receiver, channel};
use tokio::task::coop::{consume_budget, unconstrained};
use tokio::task::yield_now;
use tokio::time::{Instant, advance, timeout};

const SECOND: Duration = Duration::from_secs(1);

/// Computes for ten milliseconds, as far as the paused clock can tell.
fn compute() {
    // The first poll of `advance` moves the clock. It would yield after that, and computing does
    // not.
    let time = Duration::from_millis(10);
    assert!(pin!(advance(time)).poll(&mut Context::from_waker(Waker::noop())).is_pending());
}

// ANCHOR: loops
async fn ready_each_time() {
    for _ in 0..1000 {
        compute();
        ready(()).await;
    }
}

async fn from_a_channel(mut jobs: Receiver<()>) {
    while jobs.recv().await.is_some() {
        compute();
    }
}

async fn with_consume_budget() {
    for _ in 0..1000 {
        compute();
        consume_budget().await;
    }
}

async fn with_yield_now() {
    for _ in 0..1000 {
        compute();
        yield_now().await;
    }
}
// ANCHOR_END: loops

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    println!("ten seconds of work, a limit of one:");
    report("ready", ready_each_time()).await;
    report("recv", from_a_channel(filled())).await;
    report("recv, unconstrained", unconstrained(from_a_channel(filled()))).await;
    report("consume_budget", with_consume_budget()).await;
    report("yield_now", with_yield_now()).await;
}

/// A channel with a thousand jobs, and closed.
fn filled() -> Receiver<()> {
    let (sender, jobs) = channel(1000);
    (0..1000).for_each(|_| sender.try_send(()).expect("there is room for a thousand"));
    jobs
}

async fn report(name: &str, work: impl Future<Output = ()>) {
    yield_now().await; // Each begins with a full budget.
    let start = Instant::now();
    let answer = match timeout(SECOND, work).await {
        Ok(()) => "Ok",
        Err(_) => "Elapsed",
    };
    println!("{name:20} {answer:8} after {:?}", start.elapsed());
}
