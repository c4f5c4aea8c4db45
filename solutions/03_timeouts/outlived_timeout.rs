// A task belongs to the runtime, and a `JoinHandle` is a way to wait for it: dropping the handle,
// which is what `timeout` does with it, stops nothing. A `JoinSet` aborts its tasks when it is
// dropped, wherever that happens. An abort is a request, so before `run_within` returns, `shutdown`
// waits until it was carried out.

use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::timeout;

/// Why a job has given no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    TimedOut,
    Panicked,
}

/// Runs `job` as a task of its own, so that a panic in it harms nobody else, and gives it `limit`
/// of time.
///
/// When this returns, the job is over: it is done, or it was stopped and all that it held is
/// dropped. If this is dropped itself, the job is stopped too.
pub async fn run_within<T: Send + 'static>(
    limit: Duration,
    job: impl Future<Output = T> + Send + 'static,
) -> Result<T, Failure> {
    let mut tasks = JoinSet::new();
    tasks.spawn(job);
    let Ok(joined) = timeout(limit, tasks.join_next()).await else {
        tasks.shutdown().await;
        return Err(Failure::TimedOut);
    };
    joined.expect("one was spawned").map_err(|_| Failure::Panicked)
}

#[cfg(test)]
#[path = "../../exercises/03_timeouts/outlived_timeout/src/check.rs"]
mod check;
