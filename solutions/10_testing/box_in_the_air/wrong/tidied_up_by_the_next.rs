// Why it tempts: a move that was cut leaves a note, and whoever has the arm next finishes it
// first.
// Why it fails: until somebody comes. After the last move of the day the box hangs in the air all
// night, and if the last handle goes, for good.
// Rejected by: wherever_a_caller_is_dropped_no_box_stays_in_the_air
// Says: is still in the air

mod arm;

pub use arm::{Arm, Storehouse};

use anyhow::Result;
use std::sync::Arc;
use tokio::sync::Mutex;

#[derive(Clone)]
pub struct Depot {
    arm: Arc<Mutex<(Arm, Option<usize>)>>,
}

impl Depot {
    pub fn new(arm: Arm) -> Depot {
        Depot { arm: Arc::new(Mutex::new((arm, None))) }
    }

    pub async fn move_box(&self, from: usize, to: usize) -> Result<&'static str> {
        // ANCHOR: mistake
        let mut guard = self.arm.lock().await;
        let (arm, unfinished) = &mut *guard;
        if let Some(place) = *unfinished {
            let _ = arm.put_down(place).await;
        }
        *unfinished = Some(to);
        let moved = match arm.lift(from).await {
            Ok(()) => arm.put_down(to).await,
            Err(error) => Err(error),
        };
        *unfinished = None;
        moved
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
