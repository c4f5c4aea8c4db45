// A `JoinSet` with one task: it aborts on drop, and its `shutdown` aborts and waits.

mod freezer;

pub use freezer::{Freezer, Line, MINUTE};
use tokio::task::JoinSet;
use tokio::time::sleep;

pub struct Watcher {
    tasks: JoinSet<()>,
}

impl Watcher {
    pub fn start(freezer: Freezer) -> Watcher {
        let mut tasks = JoinSet::new();
        tasks.spawn(async move {
            let mut line = freezer.dial().await;
            loop {
                line.read().await;
                sleep(MINUTE).await;
            }
        });
        Watcher { tasks }
    }

    pub async fn stop(mut self) {
        self.tasks.shutdown().await;
    }
}

#[cfg(test)]
mod check;
