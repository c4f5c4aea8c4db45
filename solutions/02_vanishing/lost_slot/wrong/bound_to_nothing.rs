// Why it tempts: the guard stands before the first `.await`, where it belongs.
// Why it fails: `_` binds nothing: the guard is dropped at the end of its own line, and the slot
// is free while its connection is being opened. In the end `Pooled` gives back what was given
// back already.
// Rejected by: a_slot_and_its_connection_are_handed_out_and_given_back
// Says: its slot counts as free

mod database;

pub use database::{Connection, Database};

use anyhow::{Result, bail};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

pub struct Pool {
    database: Database,
    limit: usize,
    in_use: AtomicUsize,
    idle: Mutex<Vec<Connection>>,
}

pub struct Pooled<'a> {
    pool: &'a Pool,
    pub connection: Option<Connection>,
}

impl Pool {
    pub fn new(database: Database, limit: usize) -> Pool {
        Pool { database, limit, in_use: AtomicUsize::new(0), idle: Mutex::default() }
    }

    pub fn in_use(&self) -> usize {
        self.in_use.load(SeqCst)
    }

    pub async fn get(&self) -> Result<Pooled<'_>> {
        if self.in_use.fetch_add(1, SeqCst) >= self.limit {
            self.in_use.fetch_sub(1, SeqCst);
            bail!("all {} slots are taken", self.limit);
        }
        // ANCHOR: mistake
        let _ = Slot(self);
        // ANCHOR_END: mistake
        let connection = self.open().await?;
        Ok(Pooled { pool: self, connection: Some(connection) })
    }
}

impl Drop for Pooled<'_> {
    fn drop(&mut self) {
        self.pool.idle.lock().unwrap().extend(self.connection.take());
        self.pool.in_use.fetch_sub(1, SeqCst);
    }
}

impl Pool {
    /// A connection that answers: an idle one, or a new one.
    async fn open(&self) -> Result<Connection> {
        let idle = self.idle.lock().unwrap().pop();
        if let Some(mut connection) = idle
            && connection.ping().await.is_ok()
        {
            return Ok(connection);
        }
        self.database.connect().await
    }
}

struct Slot<'a>(&'a Pool);

impl Drop for Slot<'_> {
    fn drop(&mut self) {
        self.0.in_use.fetch_sub(1, SeqCst);
    }
}

#[cfg(test)]
mod check;
