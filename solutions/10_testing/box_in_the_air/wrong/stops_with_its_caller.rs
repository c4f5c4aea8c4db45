// Why it tempts: why go on with work for somebody who is gone? The task can see that:
// `reply.closed()`.
// Why it fails: it brings the bug along into the task. The race drops the move wherever it is, and
// the box is in the air.
// Rejected by: a_caller_may_lose_patience_at_any_moment
// Says: the arm holds a box already

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
            // ANCHOR: mistake
            while let Some(Request { from, to, mut reply }) = inbox.recv().await {
                tokio::select! {
                    moved = carry(&mut arm, from, to) => drop(reply.send(moved)),
                    () = reply.closed() => {}
                }
            }
            // ANCHOR_END: mistake
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
