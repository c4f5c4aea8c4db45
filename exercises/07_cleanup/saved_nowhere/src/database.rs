//! The database, with a pool of connections. Given: nothing to change here.

use probe::Trace;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::task::yield_now;

/// Clones stand for the same database.
#[derive(Clone, Default)]
pub struct Database {
    log: Trace,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    saved: Vec<String>,
    pool: Vec<Line>,
    lines: usize,
    is_full: bool,
}

/// A connection as the server and the pool see it.
#[derive(Default)]
struct Line {
    /// What was inserted since `BEGIN`, on the server's side.
    transaction: Option<Vec<String>>,
    rollback_first: bool,
}

/// A connection, lent by the pool. Dropped, it goes back there, in the state in which it is.
pub struct Connection {
    database: Database,
    line: Line,
    discard: bool,
}

/// The server has not done what the statement says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused;

// ANCHOR: connection
impl Connection {
    /// Sends a statement, waits until the server has executed it, and waits for the answer.
    /// Dropped, it may have been executed or not.
    pub async fn execute(&mut self, statement: &str) -> Result<(), Refused> {
        if self.line.rollback_first {
            self.ask("ROLLBACK").await?;
            self.line.rollback_first = false;
        }
        self.ask(statement).await
    }

    /// From now on a `ROLLBACK` goes before the next statement, whoever sends it. If no transaction
    /// is open by then, the server takes it and does nothing.
    pub fn rollback_first(&mut self) {
        self.line.rollback_first = true;
    }

    /// The connection is cut when it is dropped, instead of going back into the pool. The server
    /// rolls back what is open on it. A new one takes its place, which is slow.
    pub fn discard(&mut self) {
        self.discard = true;
    }
}
// ANCHOR_END: connection

impl Connection {
    async fn ask(&mut self, statement: &str) -> Result<(), Refused> {
        yield_now().await; // On its way to the server.
        let answer = self.database.execute(&mut self.line, statement);
        yield_now().await; // The answer is on its way.
        answer
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        if self.discard {
            self.database.log.note("connection cut");
        } else {
            self.database.state().pool.push(std::mem::take(&mut self.line));
        }
    }
}

impl Database {
    pub fn new() -> Database {
        Database::default()
    }

    /// The connection that came back last, or a new one.
    pub fn connection(&self) -> Connection {
        let mut state = self.state();
        let line = state.pool.pop().unwrap_or_else(|| {
            state.lines += 1;
            Line::default()
        });
        Connection { database: self.clone(), line, discard: false }
    }

    /// What everybody can see.
    pub fn saved(&self) -> Vec<String> {
        self.state().saved.clone()
    }

    /// How many connections had to be made.
    pub fn connections(&self) -> usize {
        self.state().lines
    }

    /// The statements that were executed, in order.
    pub fn log(&self) -> &Trace {
        &self.log
    }

    /// While the disk is full, a `COMMIT` is refused, and the transaction stays open.
    pub fn fill_the_disk(&self, is_full: bool) {
        self.state().is_full = is_full;
    }

    fn execute(&self, line: &mut Line, statement: &str) -> Result<(), Refused> {
        let mut state = self.state();
        let answer = match (statement, line.transaction.take()) {
            ("BEGIN", None) => {
                line.transaction = Some(Vec::new());
                Ok(())
            }
            ("COMMIT", Some(rows)) if !state.is_full => {
                state.saved.extend(rows);
                Ok(())
            }
            ("ROLLBACK", _) => Ok(()),
            ("BEGIN" | "COMMIT" | "INSERT nonsense", transaction) => {
                line.transaction = transaction;
                Err(Refused)
            }
            (insert, transaction) => {
                let row = insert.trim_start_matches("INSERT ").to_owned();
                match transaction {
                    Some(rows) => line.transaction = Some([rows, vec![row]].concat()),
                    None => state.saved.push(row),
                }
                Ok(())
            }
        };
        drop(state);
        let refused = if answer.is_err() { ", refused" } else { "" };
        self.log.note(format!("{statement}{refused}"));
        answer
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
