// Why it tempts: a destructor that waits for the task makes both promises true at once.
// Why it fails: it runs on a thread of the runtime, which cannot be blocked: `block_on` panics
// there.
// Rejected by: a_dropped_watcher_hangs_up
// Says: Cannot start a runtime from within a runtime

mod freezer;

pub use freezer::{Freezer, Line, MINUTE};
use tokio::runtime::Handle;
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

    pub async fn stop(mut self) {
        self.task.abort();
        let _ = (&mut self.task).await;
    }
}

// ANCHOR: mistake
impl Drop for Watcher {
    fn drop(&mut self) {
        if !self.task.is_finished() {
            self.task.abort();
            let _ = Handle::current().block_on(&mut self.task);
        }
    }
}
// ANCHOR_END: mistake

#[cfg(test)]
mod check;
