// The arm belongs to a task, and callers send it requests. A caller who is dropped loses the
// answer, and nothing else: the future that lifts and puts down is the task's own, and nobody
// drops that one. When the last `Depot` is gone, the channel is closed, and the task ends.

#[path = "../../exercises/10_testing/box_in_the_air/src/arm.rs"]
mod arm;

pub use arm::{Arm, Storehouse};

use anyhow::{Context, Result};
use tokio::sync::{mpsc, oneshot};

/// Moves boxes for whoever asks, one after the other. Clones share one arm.
///
/// When the last clone is dropped, the arm finishes the move that it has begun, and is given up.
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
    /// Must be called within a runtime.
    pub fn new(mut arm: Arm) -> Depot {
        let (requests, mut inbox) = mpsc::channel::<Request>(8);
        tokio::spawn(async move {
            while let Some(Request { from, to, reply }) = inbox.recv().await {
                let moved = carry(&mut arm, from, to).await;
                // Whoever asked may be gone. The next one is not.
                let _ = reply.send(moved);
            }
        });
        Depot { requests }
    }

    /// Moves the box on top of the pile at `from` to the pile at `to`, and returns its name.
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped, the box is moved or it stays where it is. A move that the arm has
    /// begun is finished. A future that was never polled moves nothing.
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
#[path = "../../exercises/10_testing/box_in_the_air/src/check.rs"]
mod check;
