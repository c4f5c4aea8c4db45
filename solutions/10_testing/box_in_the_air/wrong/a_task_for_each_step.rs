// Why it tempts: what must be finished goes into a task: to put the box down is spawned.
// Why it fails: the line that spawns it is behind an `.await`, and a caller who leaves while the
// arm drives to the box takes that line along. A step that began is finished; the next one never
// begins.
// Rejected by: wherever_a_caller_is_dropped_no_box_stays_in_the_air
// Says: is still in the air

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
        // ANCHOR: mistake
        let mut arm = Arc::clone(&self.arm).lock_owned().await;
        let lifts = tokio::spawn(async move {
            let lifted = arm.lift(from).await;
            (arm, lifted)
        });
        let (mut arm, lifted) = lifts.await?;
        lifted?;
        tokio::spawn(async move { arm.put_down(to).await }).await?
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
