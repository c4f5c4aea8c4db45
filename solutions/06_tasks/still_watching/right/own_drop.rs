// A destructor of one's own that aborts. It makes `self.task.await` impossible, so `stop` awaits
// the handle by reference.

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

    pub async fn stop(mut self) {
        self.task.abort();
        let _ = (&mut self.task).await;
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        self.task.abort();
    }
}

#[cfg(test)]
mod check;
