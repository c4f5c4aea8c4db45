// Why it tempts: the task belongs to the depot, so it has the depot: there may be moves that it
// asks for itself, one day.
// Why it fails: the channel is closed when the last sender is dropped, and the task waits for that
// with a sender in its hands.
// Rejected by: a_caller_who_leaves_with_the_last_handle_leaves_no_box_in_the_air
// Says: the arm is still kept

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
        // ANCHOR: mistake
        let depot = Depot { requests };
        let own = depot.clone();
        tokio::spawn(async move {
            while let Some(Request { from, to, reply }) = inbox.recv().await {
                let moved = own.carry(&mut arm, from, to).await;
                let _ = reply.send(moved);
            }
        });
        depot
        // ANCHOR_END: mistake
    }

    pub async fn move_box(&self, from: usize, to: usize) -> Result<&'static str> {
        let (reply, answer) = oneshot::channel();
        self.requests.send(Request { from, to, reply }).await.context("nobody works the arm")?;
        answer.await.context("nobody works the arm any more")?
    }

    async fn carry(&self, arm: &mut Arm, from: usize, to: usize) -> Result<&'static str> {
        arm.lift(from).await?;
        arm.put_down(to).await
    }
}

#[cfg(test)]
mod check;
