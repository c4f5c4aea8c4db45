use std::time::Duration;
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
    let task = tokio::spawn(job);
    // TODO: after the limit, or without a caller, the job must not go on.
    match timeout(limit, task).await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(_)) => Err(Failure::Panicked),
        Err(_) => Err(Failure::TimedOut),
    }
}

#[cfg(test)]
mod check;
