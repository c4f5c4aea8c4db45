// Why it tempts: a flag that the task looks at needs no abort at all.
// Why it fails: the task looks at it once a minute. Until then it sleeps, with the line in its
// hand.
// Rejected by: a_dropped_watcher_hangs_up
// Says: What is the task waiting for?

mod freezer;

pub use freezer::{Freezer, Line, MINUTE};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use tokio::task::JoinHandle;
use tokio::time::sleep;

pub struct Watcher {
    task: Option<JoinHandle<()>>,
    stopped: Arc<AtomicBool>,
}

impl Watcher {
    pub fn start(freezer: Freezer) -> Watcher {
        let stopped = Arc::new(AtomicBool::new(false));
        let is_stopped = Arc::clone(&stopped);
        // ANCHOR: mistake
        let task = tokio::spawn(async move {
            let mut line = freezer.dial().await;
            while !is_stopped.load(SeqCst) {
                line.read().await;
                sleep(MINUTE).await;
            }
        });
        // ANCHOR_END: mistake
        Watcher { task: Some(task), stopped }
    }

    pub async fn stop(mut self) {
        self.stopped.store(true, SeqCst);
        if let Some(task) = self.task.take() {
            let _ = task.await;
        }
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        self.stopped.store(true, SeqCst);
    }
}

#[cfg(test)]
mod check;
