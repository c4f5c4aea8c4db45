use std::pin::pin;
use std::task::{Context, Waker};
use std::time::Duration;
use tokio::task::yield_now;
use tokio::time::{Instant, advance, timeout};

const SECOND: Duration = Duration::from_secs(1);

/// Computes for so long, as far as the paused clock can tell.
fn compute(time: Duration) {
    // The first poll of `advance` moves the clock. It would yield after that, and computing does
    // not.
    let moved = pin!(advance(time)).poll(&mut Context::from_waker(Waker::noop()));
    assert!(moved.is_pending());
}

// ANCHOR: reports
async fn report() -> &'static str {
    compute(3 * SECOND);
    "the report"
}

async fn report_in_parts() -> &'static str {
    for _ in 0..30 {
        compute(SECOND / 10);
        yield_now().await;
    }
    "the report"
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let start = Instant::now();
    let answer = timeout(SECOND, report()).await;
    println!("at once:  {answer:?}, after {:?}", start.elapsed());

    let start = Instant::now();
    let answer = timeout(SECOND, report_in_parts()).await;
    println!("in parts: {answer:?}, after {:?}", start.elapsed());
}
// ANCHOR_END: reports
