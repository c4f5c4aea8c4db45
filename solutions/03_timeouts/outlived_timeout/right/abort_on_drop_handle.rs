// The handle aborts when it is dropped, and is awaited when it was aborted by hand.

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
    let mut task = AbortOnDropHandle::new(tokio::spawn(job));
    match timeout(limit, &mut task).await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(_)) => Err(Failure::Panicked),
        Err(_) => {
            task.abort();
            // If it was done in that very moment, its value is not thrown away.
            task.await.map_err(|_| Failure::TimedOut)
        }
    }
}

#[cfg(test)]
mod check;
