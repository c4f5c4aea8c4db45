// Waits for the arm in the caller, so that one who leaves the queue has asked for nothing. From
// then on the arm, inside its guard, belongs to a task.

mod arm;

pub use arm::{Arm, Storehouse};

use anyhow::Result;
use std::sync::Arc;
use tokio::sync::Mutex;

#[derive(Clone)]
pub struct Depot {
    arm: Arc<Mutex<Arm>>,
}

impl Depot {
    pub fn new(arm: Arm) -> Depot {
        Depot { arm: Arc::new(Mutex::new(arm)) }
    }

    pub async fn move_box(&self, from: usize, to: usize) -> Result<&'static str> {
        let mut arm = Arc::clone(&self.arm).lock_owned().await;
        tokio::spawn(async move {
            arm.lift(from).await?;
            arm.put_down(to).await
        })
        .await?
    }
}

#[cfg(test)]
mod check;
