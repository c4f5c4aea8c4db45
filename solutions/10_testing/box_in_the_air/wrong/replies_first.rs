// Why it tempts: callers should not wait longer than they must: the arm has the box, the rest is
// certain.
// Why it fails: `Ok` says that the box is there, and it is not. Who goes to fetch it finds
// nothing, or the box of somebody else.
// Rejected by: a_box_is_moved_and_its_name_returned
// Says: sends the next one there to fetch it

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
                match arm.lift(from).await {
                    Ok(()) => {
                        let name = arm.holds().unwrap_or("nothing");
                        let _ = reply.send(Ok(name));
                        let _ = arm.put_down(to).await;
                    }
                    Err(error) => drop(reply.send(Err(error))),
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

#[cfg(test)]
mod check;
