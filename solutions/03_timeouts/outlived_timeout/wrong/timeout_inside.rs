// Why it tempts: the limit moves into the task and drops the job itself, so nobody has to abort
// anything.
// Why it fails: that is right as long as somebody waits for the task. If `run_within` is dropped,
// the task goes on up to its limit.
// Rejected by: who_drops_it_stops_the_job
// Says: To whom does a spawned task belong?

use std::time::Duration;
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
    // ANCHOR: mistake
    match tokio::spawn(timeout(limit, job)).await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(_)) => Err(Failure::TimedOut),
        Err(_) => Err(Failure::Panicked),
    }
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
