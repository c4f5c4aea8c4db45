// Any job at all, as a future in a box; the owner runs one after the other.

mod arm;

pub use arm::{Arm, Storehouse};

use anyhow::{Context, Result};
use futures::channel::{mpsc, oneshot};
use futures::future::BoxFuture;
use futures::{FutureExt, StreamExt};

type Job = Box<dyn for<'a> FnOnce(&'a mut Arm) -> BoxFuture<'a, ()> + Send>;

#[derive(Clone)]
pub struct Depot {
    jobs: mpsc::UnboundedSender<Job>,
}

impl Depot {
    pub fn new(mut arm: Arm) -> Depot {
        let (jobs, mut queue) = mpsc::unbounded::<Job>();
        tokio::spawn(async move {
            while let Some(job) = queue.next().await {
                job(&mut arm).await;
            }
        });
        Depot { jobs }
    }

    pub async fn move_box(&self, from: usize, to: usize) -> Result<&'static str> {
        let (reply, answer) = oneshot::channel();
        let sent = self.jobs.unbounded_send(Box::new(move |arm| {
            async move {
                let moved = carry(arm, from, to).await;
                let _ = reply.send(moved);
            }
            .boxed()
        }));
        sent.ok().context("nobody works the arm")?;
        answer.await?
    }
}

async fn carry(arm: &mut Arm, from: usize, to: usize) -> Result<&'static str> {
    arm.lift(from).await?;
    arm.put_down(to).await
}

#[cfg(test)]
mod check;
