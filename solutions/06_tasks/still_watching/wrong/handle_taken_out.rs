// Why it tempts: `stop` lets a reading that has begun come to its end, and aborts then.
// Why it fails: it takes the handle out of the one that aborts on drop, and then waits. If `stop`
// is dropped while it waits, a plain handle is dropped, and the task reads on for ever.
// Rejected by: a_stop_that_is_given_up_stops_all_the_same
// Says: did not wait for its end

mod freezer;

pub use freezer::{Freezer, Line, MINUTE};
use std::sync::Arc;
use tokio::sync::Mutex;
use tokio::time::sleep;
use tokio_util::task::AbortOnDropHandle;

pub struct Watcher {
    task: AbortOnDropHandle<()>,
    reading: Arc<Mutex<()>>,
}

impl Watcher {
    pub fn start(freezer: Freezer) -> Watcher {
        let reading = Arc::new(Mutex::new(()));
        let held = Arc::clone(&reading);
        let task = tokio::spawn(async move {
            let mut line = freezer.dial().await;
            loop {
                let while_reading = held.lock().await;
                line.read().await;
                drop(while_reading);
                sleep(MINUTE).await;
            }
        });
        Watcher { task: AbortOnDropHandle::new(task), reading }
    }

    // ANCHOR: mistake
    pub async fn stop(self) {
        let task = self.task.detach();
        let _between_two_readings = self.reading.lock().await;
        task.abort();
        let _ = task.await;
    }
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
