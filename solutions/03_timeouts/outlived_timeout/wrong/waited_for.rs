// Why it tempts: the job must be over when `run_within` returns, so it is waited for.
// Why it fails: it is over then, after its own time and not after the limit, and all is printed.
// Rejected by: after_the_limit_the_job_does_not_go_on
// Says: and has three and a half

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
        Err(_) => {
            let _ = task.await;
            Err(Failure::TimedOut)
        }
    }
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
