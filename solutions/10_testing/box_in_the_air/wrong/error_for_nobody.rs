// Why it tempts: an answer may come too late, but an error is important, and somebody must hear it.
// Why it fails: the caller is gone for an error as for an answer. The task panics, and nobody works
// the arm any more.
// Rejected by: a_move_that_fails_says_so_and_the_next_one_works
// Says: one that failed when its caller had left

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
                // Whoever asked may be gone. The next one is not.
                // ANCHOR: mistake
                match moved {
                    Ok(name) => drop(reply.send(Ok(name))),
                    Err(error) => reply.send(Err(error)).expect("who asked hears of it"),
                }
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
