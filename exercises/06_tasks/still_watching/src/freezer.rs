//! The freezer. Given: nothing to change here.

use probe::{Counted, Tally, Trace};
use std::time::Duration;
use tokio::time::sleep;

const SECOND: Duration = Duration::from_secs(1);
pub const MINUTE: Duration = Duration::from_secs(60);

/// A freezer with a thermometer that is read over a telephone line.
#[derive(Clone, Default)]
pub struct Freezer {
    log: Trace,
    lines: Tally,
}

/// A line to the thermometer. It is hung up when this is dropped.
pub struct Line {
    log: Trace,
    _open: Counted,
}

impl Freezer {
    pub fn new() -> Freezer {
        Freezer::default()
    }

    /// Dials, which takes two seconds.
    pub async fn dial(&self) -> Line {
        self.log.note("dialling");
        let open = self.lines.counted();
        sleep(2 * SECOND).await;
        Line { log: self.log.clone(), _open: open }
    }

    /// How many readings have been taken so far.
    pub fn readings(&self) -> usize {
        self.log.count("reading taken")
    }

    /// How many lines are open now, those that are being dialled among them.
    pub fn open_lines(&self) -> usize {
        self.lines.alive()
    }

    /// How many lines were ever opened.
    pub fn lines_made(&self) -> usize {
        self.lines.made()
    }
}

impl Line {
    /// Takes a reading, which takes a second.
    pub async fn read(&mut self) {
        sleep(SECOND).await;
        self.log.note("reading taken");
    }
}
