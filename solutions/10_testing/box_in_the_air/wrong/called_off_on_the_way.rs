// Why it tempts: as long as the arm has no box, nothing can hang in the air, so until then the move
// may still be called off.
// Why it fails: a move that has begun is finished, says `move_box`. This one is begun, and whether
// it is finished depends on who still listens.
// Rejected by: a_caller_may_lose_patience_at_any_moment
// Says: Who has called it off?

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
            while let Some(Request { from, to, mut reply }) = inbox.recv().await {
                // ANCHOR: mistake
                let lifted = tokio::select! {
                    lifted = arm.lift(from) => lifted,
                    () = reply.closed() => continue,
                };
                // ANCHOR_END: mistake
                let moved = match lifted {
                    Ok(()) => arm.put_down(to).await,
                    Err(error) => Err(error),
                };
                // Whoever asked may be gone. The next one is not.
                let _ = reply.send(moved);
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

#[cfg(test)]
mod check;
