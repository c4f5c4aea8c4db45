// Why it tempts: `?` hands an error on, and the task returns a `Result` like everything else.
// Why it fails: it hands the error to the `JoinHandle`, which nobody has. The caller hears that
// the task is gone, and so does everybody after them.
// Rejected by: a_move_that_fails_says_so_and_the_next_one_works
// Says: The error of `lift` is the one that helps

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
    reply: oneshot::Sender<&'static str>,
}

impl Depot {
    pub fn new(mut arm: Arm) -> Depot {
        let (requests, mut inbox) = mpsc::channel::<Request>(8);
        // ANCHOR: mistake
        tokio::spawn(async move {
            while let Some(Request { from, to, reply }) = inbox.recv().await {
                arm.lift(from).await?;
                let _ = reply.send(arm.put_down(to).await?);
            }
            anyhow::Ok(())
        });
        // ANCHOR_END: mistake
        Depot { requests }
    }

    pub async fn move_box(&self, from: usize, to: usize) -> Result<&'static str> {
        let (reply, answer) = oneshot::channel();
        self.requests.send(Request { from, to, reply }).await.context("nobody works the arm")?;
        answer.await.context("nobody works the arm any more")
    }
}

#[cfg(test)]
mod check;
