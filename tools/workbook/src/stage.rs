use anyhow::{Context, Result, bail};
use std::future::Future;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

// ANCHOR: stage
/// Tasks that end together.
pub(crate) struct Stage {
    stop: CancellationToken,
    tasks: JoinSet<Result<()>>,
}

impl Stage {
    pub(crate) fn new() -> Stage {
        Stage { stop: CancellationToken::new(), tasks: JoinSet::new() }
    }

    pub(crate) fn stop(&self) -> CancellationToken {
        self.stop.clone()
    }

    pub(crate) fn run(&mut self, task: impl Future<Output = Result<()>> + Send + 'static) {
        self.tasks.spawn(task);
    }

    /// Waits for a task to end although nobody told it to.
    pub(crate) async fn trouble(&mut self) -> Result<()> {
        match self.tasks.join_next().await {
            Some(ended) => ended.context("a task panicked")?,
            None => bail!("a stage without a task"),
        }
    }

    /// Tells every task to end, and waits until it has.
    pub(crate) async fn end(&mut self) -> Result<()> {
        self.stop.cancel();
        let mut result = Ok(());
        while let Some(ended) = self.tasks.join_next().await {
            result = result.and(ended.context("a task panicked").flatten());
        }
        result
    }
}
// ANCHOR_END: stage
