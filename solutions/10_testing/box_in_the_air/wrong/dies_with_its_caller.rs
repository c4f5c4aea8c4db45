// Why it tempts: a reply is sent, and `send` returns a `Result`. It has never failed in a test.
// Why it fails: it fails when the caller is gone, which is why there is a task at all. The task
// panics, and nobody works the arm any more.
// Rejected by: a_caller_may_lose_patience_at_any_moment
// Says: In production each caller after this one is turned away too

mod arm;

pub use arm::{Arm, Storehouse};

use anyhow::{Context, Result};
use tokio::sync::{mpsc, oneshot};

#[derive(Clone)]
pub struct Depot {
    requests: mpsc::Sender<Request>,
}

struct Request {
    from: usize,
    to: usize,
    reply: oneshot::Sender<Result<&'static str>>,
}

impl Depot {
    pub fn new(mut arm: Arm) -> Depot {
        let (requests, mut inbox) = mpsc::channel::<Request>(8);
        tokio::spawn(async move {
            while let Some(Request { from, to, reply }) = inbox.recv().await {
                // ANCHOR: mistake
                let moved = carry(&mut arm, from, to).await;
                reply.send(moved).expect("somebody waits for the answer");
                // ANCHOR_END: mistake
            }
        });
        Depot { requests }
    }

    pub async fn move_box(&self, from: usize, to: usize) -> Result<&'static str> {
        let (reply, answer) = oneshot::channel();
        self.requests.send(Request { from, to, reply }).await.context("nobody works the arm")?;
        answer.await.context("nobody works the arm any more")?
    }
}

async fn carry(arm: &mut Arm, from: usize, to: usize) -> Result<&'static str> {
    arm.lift(from).await?;
    arm.put_down(to).await
}

#[cfg(test)]
mod check;
