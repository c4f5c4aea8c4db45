// Why it tempts: one channel for requests and one for answers: a caller holds the line while it
// asks and waits.
// Why it fails: a caller who leaves lets go of the line, and the answer to its request comes all
// the same. The next caller reads it.
// Rejected by: a_caller_may_lose_patience_at_any_moment
// Says: Whose answer is that?

mod arm;

pub use arm::{Arm, Storehouse};

use anyhow::{Context, Result};
use std::sync::Arc;
use tokio::sync::{Mutex, mpsc};

// ANCHOR: mistake
#[derive(Clone)]
pub struct Depot {
    line: Arc<Mutex<Line>>,
}

struct Line {
    requests: mpsc::Sender<(usize, usize)>,
    answers: mpsc::Receiver<Result<&'static str>>,
}
// ANCHOR_END: mistake

impl Depot {
    pub fn new(mut arm: Arm) -> Depot {
        let (requests, mut inbox) = mpsc::channel(8);
        let (outbox, answers) = mpsc::channel(8);
        tokio::spawn(async move {
            while let Some((from, to)) = inbox.recv().await {
                let moved = carry(&mut arm, from, to).await;
                let _ = outbox.send(moved).await;
            }
        });
        Depot { line: Arc::new(Mutex::new(Line { requests, answers })) }
    }

    pub async fn move_box(&self, from: usize, to: usize) -> Result<&'static str> {
        let mut line = self.line.lock().await;
        line.requests.send((from, to)).await.context("nobody works the arm")?;
        line.answers.recv().await.context("nobody works the arm any more")?
    }
}

async fn carry(arm: &mut Arm, from: usize, to: usize) -> Result<&'static str> {
    arm.lift(from).await?;
    arm.put_down(to).await
}

#[cfg(test)]
mod check;
