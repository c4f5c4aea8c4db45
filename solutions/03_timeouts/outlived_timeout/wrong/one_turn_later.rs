// Why it tempts: the runtime needs a turn to drop the task, so it is given one.
// Why it fails: whose turn it is, the runtime decides. If enough others are ready, the task has not
// been dropped after one turn.
// Rejected by: when_it_returns_the_job_has_let_go_of_everything
// Says: Beside it there are 1

use std::time::Duration;
use tokio::task::yield_now;
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
    let mut task = AbortOnDropHandle::new(tokio::spawn(job));
    match timeout(limit, &mut task).await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(_)) => Err(Failure::Panicked),
        Err(_) => {
            task.abort();
            yield_now().await;
            Err(Failure::TimedOut)
        }
    }
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
