// Why it tempts: by its name, an `AbortHandle` is what aborts a task.
// Why it fails: it is the right to abort, and nobody uses it. Dropping an `AbortHandle` does
// nothing.
// Rejected by: a_dropped_watcher_reads_no_more
// Says: Who owns the task that reads it?

mod freezer;

pub use freezer::{Freezer, Line, MINUTE};
use tokio::task::AbortHandle;
use tokio::time::sleep;

// ANCHOR: mistake
pub struct Watcher {
    _task: AbortHandle,
}
// ANCHOR_END: mistake

impl Watcher {
    pub fn start(freezer: Freezer) -> Watcher {
        let task = tokio::spawn(async move {
            let mut line = freezer.dial().await;
            loop {
                line.read().await;
                sleep(MINUTE).await;
            }
        });
        Watcher { _task: task.abort_handle() }
    }

    pub async fn stop(self) {}
}

#[cfg(test)]
mod check;
