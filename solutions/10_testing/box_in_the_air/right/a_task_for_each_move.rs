// A task for each move, which waits for the arm itself. The caller waits for the task, and may
// leave.

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
        let arm = Arc::clone(&self.arm);
        let carries = tokio::spawn(async move {
            let mut arm = arm.lock_owned().await;
            arm.lift(from).await?;
            arm.put_down(to).await
        });
        carries.await?
    }
}

#[cfg(test)]
mod check;
