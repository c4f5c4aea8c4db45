// Why it tempts: a guard, before the first `.await`: if the move is dropped, its destructor puts
// the box down.
// Why it fails: to put it down takes a second, and a destructor cannot wait. It makes a future and
// drops it.
// Rejected by: wherever_a_caller_is_dropped_no_box_stays_in_the_air
// Says: is still in the air

mod arm;

pub use arm::{Arm, Storehouse};

use anyhow::Result;
use std::sync::Arc;
use tokio::sync::{Mutex, MutexGuard};

#[derive(Clone)]
pub struct Depot {
    arm: Arc<Mutex<Arm>>,
}

// ANCHOR: mistake
struct Carrying<'a> {
    arm: MutexGuard<'a, Arm>,
    to: usize,
}

impl Drop for Carrying<'_> {
    fn drop(&mut self) {
        let _ = futures::FutureExt::now_or_never(self.arm.put_down(self.to));
    }
}
// ANCHOR_END: mistake

impl Depot {
    pub fn new(arm: Arm) -> Depot {
        Depot { arm: Arc::new(Mutex::new(arm)) }
    }

    pub async fn move_box(&self, from: usize, to: usize) -> Result<&'static str> {
        let mut carrying = Carrying { arm: self.arm.lock().await, to };
        carrying.arm.lift(from).await?;
        carrying.arm.put_down(to).await
    }
}

#[cfg(test)]
mod check;
