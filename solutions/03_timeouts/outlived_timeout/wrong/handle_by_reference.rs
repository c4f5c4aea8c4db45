// Why it tempts: `timeout` is given a reference, so the handle is not dropped when the time is up.
// Why it fails: it is dropped three lines later, when the function returns, and the task goes on
// all the same.
// Rejected by: after_the_limit_the_job_does_not_go_on
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
    let mut task = tokio::spawn(job);
    match timeout(limit, &mut task).await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(_)) => Err(Failure::Panicked),
        Err(_) => Err(Failure::TimedOut),
    }
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
