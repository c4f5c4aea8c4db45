// A task belongs to the runtime; whoever wants it to end with something else has to say so. A
// handle that aborts when it is dropped ties the task to the watcher. To abort is to ask: `stop`
// also waits for the answer, which comes when the task is gone. Dropped meanwhile, the handle asks
// once more.

#[path = "../../exercises/06_tasks/still_watching/src/freezer.rs"]
mod freezer;

pub use freezer::{Freezer, Line, MINUTE};
use std::panic::resume_unwind;
use tokio::time::sleep;
use tokio_util::task::AbortOnDropHandle;

/// Reads the thermometer of a freezer once a minute, from `start` until it is stopped or dropped.
///
/// * However it ends: no reading is taken any more, and the line is hung up without delay.
/// * `stop` returns when that has happened.
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

    pub async fn stop(self) {
        self.task.abort();
        // Cancelled is what we asked for. A panic is somebody's bug, and must not end here.
        if let Err(error) = self.task.await
            && error.is_panic()
        {
            resume_unwind(error.into_panic());
        }
    }
}

#[cfg(test)]
#[path = "../../exercises/06_tasks/still_watching/src/check.rs"]
mod check;
