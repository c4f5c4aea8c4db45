// Why it tempts: what is not spawned is dropped by `timeout`, and there is nothing to abort.
// Why it fails: it runs in the task of the caller then, and so does its panic.
// Rejected by: a_panic_harms_nobody_else
// Says: the panic went on into the caller

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
    timeout(limit, job).await.map_err(|_| Failure::TimedOut)
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
