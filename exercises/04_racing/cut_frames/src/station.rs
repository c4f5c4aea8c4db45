//! The station in the valley. Given: nothing to change here.

use probe::Trace;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::time::Instant;

/// Keeps what the mountain reports. Its watchdog switches it off and on again when it has heard nothing
/// for more than 100 ms.
#[derive(Clone)]
pub struct Station {
    log: Trace,
    started: Instant,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    reports: Vec<Vec<u8>>,
    /// In milliseconds since the start.
    beats: Vec<u128>,
}

impl Station {
    pub fn start() -> Station {
        Station { log: Trace::new(), started: Instant::now(), state: Arc::default() }
    }

    /// Keeps a report: the text of one frame, without its length.
    pub fn store(&self, report: Vec<u8>) {
        let shown: String = String::from_utf8_lossy(&report).chars().take(40).collect();
        self.log.note(format!("stored {shown:?}"));
        self.lock().reports.push(report);
    }

    pub fn reassure_watchdog(&self) {
        let now = self.now();
        self.log.note("watchdog reassured");
        self.lock().beats.push(now);
    }

    pub fn reports(&self) -> Vec<Vec<u8>> {
        self.lock().reports.clone()
    }

    /// When the watchdog was reassured, in milliseconds since the start.
    pub fn beats(&self) -> Vec<u128> {
        self.lock().beats.clone()
    }

    /// Milliseconds since the start.
    pub fn now(&self) -> u128 {
        self.started.elapsed().as_millis()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
