mod arm;

pub use arm::{Arm, Storehouse};

use anyhow::Result;
use std::sync::Arc;
use tokio::sync::Mutex;

/// Moves boxes for whoever asks, one after the other. Clones share one arm.
///
/// When the last clone is dropped, the arm finishes the move that it has begun, and is given up.
#[derive(Clone)]
pub struct Depot {
    arm: Arc<Mutex<Arm>>,
}

impl Depot {
    /// Must be called within a runtime.
    pub fn new(arm: Arm) -> Depot {
        Depot { arm: Arc::new(Mutex::new(arm)) }
    }

    /// Moves the box on top of the pile at `from` to the pile at `to`, and returns its name.
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped, the box is moved or it stays where it is. A move that the arm has
    /// begun is finished. A future that was never polled moves nothing.
    pub async fn move_box(&self, from: usize, to: usize) -> Result<&'static str> {
        // TODO: keep the promise above.
        let mut arm = self.arm.lock().await;
        arm.lift(from).await?;
        arm.put_down(to).await
    }
}

#[cfg(test)]
mod check;
