//! The harbour. Given: nothing to change here.

use probe::Trace;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::time::sleep;

/// Clones stand for the same harbour.
#[derive(Clone, Default)]
pub struct Harbour {
    log: Trace,
    book: Arc<Mutex<BTreeSet<u32>>>,
}

impl Harbour {
    pub fn new() -> Harbour {
        Harbour::default()
    }

    pub fn is_out(&self, boat: u32) -> bool {
        self.book().contains(&boat)
    }

    pub fn log(&self) -> &Trace {
        &self.log
    }

    fn book(&self) -> MutexGuard<'_, BTreeSet<u32>> {
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

// ANCHOR: harbour
impl Harbour {
    /// Writes into the book that a boat is out.
    pub fn sign_out(&self, boat: u32) {
        self.book().insert(boat);
        self.log.note(format!("boat {boat} signed out"));
    }

    /// Writes into the book that a boat is back. In the evening the lifeboat goes out for those
    /// that are not.
    pub fn sign_in(&self, boat: u32) {
        self.book().remove(&boat);
        self.log.note(format!("boat {boat} signed in"));
    }

    /// Washes a boat, which takes half an hour. A boat that is not washed is a dirty boat, no more.
    pub async fn wash(&self, boat: u32) {
        self.log.note(format!("boat {boat} is being washed"));
        sleep(Duration::from_secs(1800)).await;
        self.log.note(format!("boat {boat} washed"));
    }
}
// ANCHOR_END: harbour
