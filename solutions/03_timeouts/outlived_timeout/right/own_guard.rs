// A guard of one's own, and an end that is waited for.

use std::time::Duration;
use tokio::task::AbortHandle;
use tokio::time::timeout;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    TimedOut,
    Panicked,
}

struct Stop(AbortHandle);

impl Drop for Stop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

pub async fn run_within<T: Send + 'static>(
    limit: Duration,
    job: impl Future<Output = T> + Send + 'static,
) -> Result<T, Failure> {
    let mut task = tokio::spawn(job);
    let _stop = Stop(task.abort_handle());
    let in_time = timeout(limit, &mut task).await;
    let joined = match in_time {
        Ok(joined) => joined,
        Err(_) => {
            task.abort();
            let _ = task.await;
            return Err(Failure::TimedOut);
        }
    };
    joined.map_err(|_| Failure::Panicked)
}

#[cfg(test)]
mod check;
