// Why it tempts: a task needs an owner: it ends when the last handle of the depot is dropped.
// Why it fails: it ends at once, wherever it stands. Whoever drops the last handle cancels the
// move that is under way.
// Rejected by: a_caller_who_leaves_with_the_last_handle_leaves_no_box_in_the_air
// Says: is still in the air

mod arm;

pub use arm::{Arm, Storehouse};

use anyhow::{Context, Result};
use tokio::sync::{mpsc, oneshot};
use std::sync::Arc;
use tokio_util::task::AbortOnDropHandle;

#[derive(Clone)]
pub struct Depot {
    requests: mpsc::Sender<Request>,
    _worker: Arc<AbortOnDropHandle<()>>,
}

struct Request {
    from: usize,
    to: usize,
    reply: oneshot::Sender<Result<&'static str>>,
}

impl Depot {
    pub fn new(mut arm: Arm) -> Depot {
        let (requests, mut inbox) = mpsc::channel::<Request>(8);
        // ANCHOR: mistake
        let worker = tokio::spawn(async move {
            while let Some(Request { from, to, reply }) = inbox.recv().await {
                let moved = carry(&mut arm, from, to).await;
                let _ = reply.send(moved);
            }
        });
        Depot { requests, _worker: Arc::new(AbortOnDropHandle::new(worker)) }
        // ANCHOR_END: mistake
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
