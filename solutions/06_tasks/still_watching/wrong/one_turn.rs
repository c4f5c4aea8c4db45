// Why it tempts: an aborted task ends in its next turn, so give it one.
// Why it fails: whose turn comes next is up to the scheduler. With many other tasks in front,
// `stop` is back before the aborted task has had its turn; on several threads anything may happen.
// Rejected by: when_stop_returns_the_line_is_hung_up
// Says: Who can tell that the task is gone

mod freezer;

pub use freezer::{Freezer, Line, MINUTE};
use tokio::task::yield_now;
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
        self.task.abort();
        yield_now().await;
    }
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
