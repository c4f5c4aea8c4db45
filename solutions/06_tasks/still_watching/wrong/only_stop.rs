// Why it tempts: `stop` does all that is needed: it aborts, and it waits.
// Why it fails: nobody has to call `stop`. A watcher that is dropped, with its owner or by an early
// `?`, leaves its task behind; and so does a `stop` that is never polled.
// Rejected by: a_dropped_watcher_reads_no_more
// Says: Who owns the task that reads it?

mod freezer;

pub use freezer::{Freezer, Line, MINUTE};
use tokio::task::JoinHandle;
use tokio::time::sleep;

pub struct Watcher {
    task: JoinHandle<()>,
}

impl Watcher {
    pub fn start(freezer: Freezer) -> Watcher {
        let task = tokio::spawn(async move {
            let mut line = freezer.dial().await;
            loop {
                line.read().await;
                sleep(MINUTE).await;
            }
        });
        Watcher { task }
    }

    // ANCHOR: mistake
    pub async fn stop(self) {
        self.task.abort();
        let _ = self.task.await;
    }
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
