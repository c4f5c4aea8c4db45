// Why it tempts: every way out of `get` that has no connection gives the slot back.
// Why it fails: every way out but one: a future that is dropped takes no way out.
// Rejected by: the_slot_comes_back_wherever_get_is_dropped
// Says: does a slot have no owner

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
        match self.open().await {
            Ok(connection) => Ok(Pooled { pool: self, connection: Some(connection) }),
            Err(error) => {
                self.in_use.fetch_sub(1, SeqCst);
                Err(error)
            }
        }
        // ANCHOR_END: mistake
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

#[cfg(test)]
mod check;
