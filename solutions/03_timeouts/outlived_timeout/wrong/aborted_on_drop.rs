// Why it tempts: `AbortOnDropHandle` is made for this: whoever drops it, the task is aborted.
// Why it fails: aborted, and not waited for. `timeout` drops the handle, and the function returns
// before the runtime has dropped the task.
// Rejected by: when_it_returns_the_job_has_let_go_of_everything
// Says: and how does one learn of it?

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
    // ANCHOR: mistake
    let task = AbortOnDropHandle::new(tokio::spawn(job));
    match timeout(limit, task).await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(_)) => Err(Failure::Panicked),
        Err(_) => Err(Failure::TimedOut),
    }
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
