//! A copy of the day's sales. Given: nothing to change here.

use anyhow::{Result, bail};
use probe::Trace;
use std::time::Duration;
use tokio::time::sleep;

/// Pages that are still in memory, and the place where they are to be kept.
pub struct Ledger {
    place: &'static str,
    pages: usize,
    /// How long a page takes.
    pace: Duration,
    /// The page for which there is no room.
    no_room_for: Option<usize>,
    log: Trace,
}

impl Ledger {
    pub fn new(place: &'static str, pages: usize, pace: Duration, log: &Trace) -> Ledger {
        Ledger { place, pages, pace, no_room_for: None, log: log.clone() }
    }

    /// Flushing it will fail at this page.
    pub fn without_room_for(self, page: usize) -> Ledger {
        Ledger { no_room_for: Some(page), ..self }
    }

    // ANCHOR: flush
    /// Writes all pages. A copy with missing pages is worth nothing.
    pub async fn flush(self) -> Result<()> {
        let mut state = Unfinished { ledger: &self, written: 0, ended: false };
        for page in 1..=self.pages {
            sleep(self.pace).await;
            if self.no_room_for == Some(page) {
                state.end("failed");
                bail!("no room for page {page} of the {}", self.place);
            }
            state.written = page;
        }
        state.end("complete");
        Ok(())
    }
    // ANCHOR_END: flush
}

/// Tells the log what became of a flush, also if it is dropped.
struct Unfinished<'a> {
    ledger: &'a Ledger,
    written: usize,
    ended: bool,
}

impl Unfinished<'_> {
    fn end(&mut self, how: &str) {
        self.ended = true;
        self.ledger.log.note(format!("{} {how}", self.ledger.place));
    }
}

impl Drop for Unfinished<'_> {
    fn drop(&mut self) {
        if !self.ended {
            let Ledger { place, pages, log, .. } = self.ledger;
            log.note(format!("{place} torn off, {} of {pages} pages written", self.written));
        }
    }
}
