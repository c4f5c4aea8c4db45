//! The database. Given: nothing to change here.

use anyhow::{Result, ensure};
use probe::{Counted, Tally};
use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use tokio::task::yield_now;

#[derive(Clone, Default)]
pub struct Database {
    connections: Tally,
    is_down: Arc<AtomicBool>,
    restarts: Arc<AtomicUsize>,
}

// ANCHOR: connection
/// An open connection; dropping it closes it.
pub struct Connection {
    database: Database,
    /// A restart of the database ends all connections that were open before.
    restarts: usize,
    /// Answers that are on their way and that nobody has read yet.
    answers: VecDeque<String>,
    _open: Counted,
}

impl Connection {
    /// Finds out whether the other side is still there.
    pub async fn ping(&mut self) -> Result<()> {
        self.ask("ping").await.map(drop)
    }

    /// Sends a question and reads the next answer that arrives.
    pub async fn ask(&mut self, question: &str) -> Result<String> {
        self.answers.push_back(format!("answer to {question}"));
        yield_now().await;
        yield_now().await;
        let restarts = self.database.restarts.load(SeqCst);
        ensure!(restarts == self.restarts, "the other side has hung up");
        Ok(self.answers.pop_front().expect("there is an answer to each question"))
    }
}

impl Database {
    /// Needs two turns, and may fail.
    pub async fn connect(&self) -> Result<Connection> {
        yield_now().await;
        yield_now().await;
        ensure!(!self.is_down.load(SeqCst), "the database is down");
        Ok(Connection {
            database: self.clone(),
            restarts: self.restarts.load(SeqCst),
            answers: VecDeque::new(),
            _open: self.connections.counted(),
        })
    }
}
// ANCHOR_END: connection

/// What the check needs.
#[cfg(test)]
impl Database {
    /// Open connections now, the most that were open at once, and all that were ever opened.
    pub(crate) fn connections(&self) -> &Tally {
        &self.connections
    }

    /// No connection can be opened for a while.
    pub(crate) fn goes_down(&self) {
        self.is_down.store(true, SeqCst);
    }

    pub(crate) fn comes_up(&self) {
        self.is_down.store(false, SeqCst);
    }

    /// Ends all connections; new ones can be opened at once.
    pub(crate) fn restarts(&self) {
        self.restarts.fetch_add(1, SeqCst);
    }
}
