// The limit is in the task, and a guard aborts the task if nobody waits for it any more.

use std::time::Duration;
use tokio_util::task::AbortOnDropHandle;
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
    match AbortOnDropHandle::new(tokio::spawn(timeout(limit, job))).await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(_)) => Err(Failure::TimedOut),
        Err(_) => Err(Failure::Panicked),
    }
}

#[cfg(test)]
mod check;
