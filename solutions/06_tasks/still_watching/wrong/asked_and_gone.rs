// Why it tempts: the handle aborts when it is dropped, so to stop is to drop it.
// Why it fails: to abort is to ask. `stop` has asked and returns; the line is hung up when the
// runtime gets to it.
// Rejected by: when_stop_returns_the_line_is_hung_up
// Says: Who can tell that the task is gone

mod freezer;

pub use freezer::{Freezer, Line, MINUTE};
use tokio::time::sleep;
use tokio_util::task::AbortOnDropHandle;

pub struct Watcher {
    task: AbortOnDropHandle<()>,
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
        Watcher { task: AbortOnDropHandle::new(task) }
    }

    // ANCHOR: mistake
    pub async fn stop(self) {
        drop(self.task);
    }
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
