// Waits for room in the queue first, and then asks, in one stretch.

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
                let moved = carry(&mut arm, from, to).await;
                let _ = reply.send(moved);
            }
        });
        Depot { requests }
    }

    pub async fn move_box(&self, from: usize, to: usize) -> Result<&'static str> {
        let room = self.requests.reserve().await.context("nobody works the arm")?;
        let (reply, answer) = oneshot::channel();
        room.send(Request { from, to, reply });
        answer.await.context("nobody works the arm any more")?
    }
}

async fn carry(arm: &mut Arm, from: usize, to: usize) -> Result<&'static str> {
    arm.lift(from).await?;
    arm.put_down(to).await
}

#[cfg(test)]
mod check;
