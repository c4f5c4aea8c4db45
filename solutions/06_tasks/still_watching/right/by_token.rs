// A cancellation token, whose drop guard the watcher owns.

mod freezer;

pub use freezer::{Freezer, Line, MINUTE};
use tokio::task::JoinHandle;
use tokio::time::{Instant, interval_at};
use tokio_util::sync::{CancellationToken, DropGuard};

pub struct Watcher {
    task: JoinHandle<Option<()>>,
    guard: DropGuard,
}

impl Watcher {
    pub fn start(freezer: Freezer) -> Watcher {
        let token = CancellationToken::new();
        let guard = token.clone().drop_guard();
        let task = tokio::spawn(token.run_until_cancelled_owned(async move {
            let mut line = freezer.dial().await;
            let mut ticks = interval_at(Instant::now(), MINUTE);
            loop {
                ticks.tick().await;
                line.read().await;
            }
        }));
        Watcher { task, guard }
    }

    pub async fn stop(self) {
        let Watcher { task, guard } = self;
        drop(guard);
        let _ = task.await;
    }
}

#[cfg(test)]
mod check;
