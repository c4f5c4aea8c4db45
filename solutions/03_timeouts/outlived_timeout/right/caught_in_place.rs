// No task at all: a panic can be caught where the job is polled, and a future that is not spawned
// is dropped by `timeout`.

use std::time::Duration;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::task::Poll;
use tokio::time::timeout;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    TimedOut,
    Panicked,
}

pub async fn run_within<T: Send + 'static>(
    limit: Duration,
    job: impl Future<Output = T> + Send + 'static,
) -> Result<T, Failure> {
    let mut job = Box::pin(job);
    let guarded = poll_fn(move |cx| match catch_unwind(AssertUnwindSafe(|| job.as_mut().poll(cx))) {
        Ok(poll) => poll.map(Ok),
        Err(_) => Poll::Ready(Err(Failure::Panicked)),
    });
    timeout(limit, guarded).await.unwrap_or(Err(Failure::TimedOut))
}

#[cfg(test)]
mod check;
