mod freezer;

pub use freezer::{Freezer, Line, MINUTE};
use tokio::task::JoinHandle;
use tokio::time::sleep;

/// Reads the thermometer of a freezer once a minute, from `start` until it is stopped or dropped.
///
/// * However it ends: no reading is taken any more, and the line is hung up without delay.
/// * `stop` returns when that has happened.
// TODO: keep both promises.
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

    pub async fn stop(self) {
        drop(self.task);
    }
}

#[cfg(test)]
mod check;
