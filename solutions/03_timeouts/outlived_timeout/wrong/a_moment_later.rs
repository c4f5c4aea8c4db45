// Why it tempts: nobody knows how many turns it takes, so it is given ten milliseconds, which is
// plenty.
// Why it fails: it is a guess still, too short on a busy day, and every other day a wait for
// nothing.
// Rejected by: after_the_limit_the_job_does_not_go_on
// Says: What else is waited for?

use std::time::Duration;
use tokio_util::task::AbortOnDropHandle;
use tokio::time::{sleep, timeout};

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
            sleep(Duration::from_millis(10)).await;
            Err(Failure::TimedOut)
        }
    }
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
