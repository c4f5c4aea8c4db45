//! The weather station and its radio link. Given: nothing to change here.

use probe::{Tally, Trace};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// A slow radio link. Its clones are the same link.
#[derive(Clone)]
pub struct Link {
    trace: Trace,
    log: Arc<Mutex<Vec<(Duration, String)>>>,
    since: Instant,
    uploads: Tally,
}

impl Link {
    // ANCHOR: given
    /// Sends the report in ten parts, one second each.
    ///
    /// Not cancel-safe: of a report that breaks off the receiver keeps nothing.
    pub async fn upload(&self, report: &str) {
        self.note(format!("{report} begun"));
        let _under_way = self.uploads.counted();
        for part in 1..=10 {
            sleep(Duration::from_secs(1)).await;
            self.note(format!("part {part} sent"));
        }
        self.note(format!("{report} sent"));
    }

    /// Answers a ping. That takes no time.
    pub fn answer(&self, ping: u32) {
        self.note(format!("ping {ping} answered"));
    }
    // ANCHOR_END: given

    pub fn open() -> Link {
        Link {
            trace: Trace::new(),
            log: Arc::default(),
            since: Instant::now(),
            uploads: Tally::new(),
        }
    }

    /// When `what` went over the link, counted from the beginning.
    pub fn times_of(&self, what: &str) -> Vec<Duration> {
        let log = self.log.lock().unwrap_or_else(PoisonError::into_inner);
        log.iter().filter(|(_, noted)| noted == what).map(|(when, _)| *when).collect()
    }

    /// The uploads that were begun, and those that are under way.
    pub fn uploads(&self) -> &Tally {
        &self.uploads
    }

    fn note(&self, what: String) {
        self.trace.note(what.clone());
        let mut log = self.log.lock().unwrap_or_else(PoisonError::into_inner);
        log.push((self.since.elapsed(), what));
    }
}
