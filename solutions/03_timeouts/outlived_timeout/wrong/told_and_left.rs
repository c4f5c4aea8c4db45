// Why it tempts: `abort` stops the task, and nothing more is printed.
// Why it fails: it asks for that. The task is dropped when the runtime comes to it, and until then
// it holds what it held. And nobody asks if `run_within` is dropped itself.
// Rejected by: when_it_returns_the_job_has_let_go_of_everything
// Says: and how does one learn of it?

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
            task.abort();
            Err(Failure::TimedOut)
        }
    }
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
