// Why it tempts: a destructor is the place for clean-up, and dropping the handle there "ends" the
// task.
// Why it fails: the handle would have been dropped anyway. Dropping it detaches, wherever it is
// written.
// Rejected by: a_dropped_watcher_reads_no_more
// Says: Who owns the task that reads it?

mod freezer;

pub use freezer::{Freezer, Line, MINUTE};
use tokio::task::JoinHandle;
use tokio::time::sleep;

pub struct Watcher {
    task: Option<JoinHandle<()>>,
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
        Watcher { task: Some(task) }
    }

    pub async fn stop(self) {}
}

// ANCHOR: mistake
impl Drop for Watcher {
    fn drop(&mut self) {
        drop(self.task.take());
    }
}
// ANCHOR_END: mistake

#[cfg(test)]
mod check;
