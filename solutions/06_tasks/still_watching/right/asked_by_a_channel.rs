// No abort: the task listens for the end of a channel, whose other end the watcher owns. Dropping
// the watcher closes it. The reading is dropped by the task itself.

mod freezer;

pub use freezer::{Freezer, Line, MINUTE};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::sleep;

pub struct Watcher {
    task: JoinHandle<()>,
    alive: oneshot::Sender<()>,
}

impl Watcher {
    pub fn start(freezer: Freezer) -> Watcher {
        let (alive, ended) = oneshot::channel::<()>();
        let task = tokio::spawn(async move {
            tokio::select! {
                biased;
                _ = ended => {}
                () = watch(freezer) => {}
            }
        });
        Watcher { task, alive }
    }

    pub async fn stop(self) {
        drop(self.alive);
        self.task.await.expect("a watcher does not panic");
    }
}

async fn watch(freezer: Freezer) {
    let mut line = freezer.dial().await;
    loop {
        line.read().await;
        sleep(MINUTE).await;
    }
}

#[cfg(test)]
mod check;
