// Why it tempts: a millisecond is more than any scheduler needs.
// Why it fails: it waits for some time and not for the task. On a loaded machine a millisecond may be
// too little, and on all others it is too much.
// Rejected by: when_stop_returns_the_line_is_hung_up
// Says: to hang up takes no time

mod freezer;

pub use freezer::{Freezer, Line, MINUTE};
use std::time::Duration;
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
        sleep(Duration::from_millis(1)).await;
    }
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
