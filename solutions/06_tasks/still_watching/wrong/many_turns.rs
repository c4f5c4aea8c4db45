// Why it tempts: if one turn is too few, a hundred are surely enough.
// Why it fails: enough is what the others leave. It wakes itself a hundred times and still knows
// nothing of the task, which can wake it once.
// Rejected by: when_stop_returns_the_line_is_hung_up
// Says: it asks again and again

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
        for _ in 0..100 {
            yield_now().await;
        }
    }
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
