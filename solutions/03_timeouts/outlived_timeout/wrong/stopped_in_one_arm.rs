// Why it tempts: the task is told to stop, and waited for. After the limit all is as it should be.
// Why it fails: the arm for the limit runs when *this* limit is over. If `run_within` is dropped by
// a caller who has less patience, no arm runs, the handle is dropped, and the task goes on.
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
    let mut task = tokio::spawn(job);
    match timeout(limit, &mut task).await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(_)) => Err(Failure::Panicked),
        Err(_) => {
            task.abort();
            let _ = task.await;
            Err(Failure::TimedOut)
        }
    }
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
