// The guard is built before the first `.await`, in the same stretch of code that takes the slot.
// From there on the future owns it, and whatever ends the future, an error or a drop, gives the
// slot back. The idle connection is not put into the guard before its ping is answered: a
// connection that was dropped in the middle of a question must be closed, and a local is.

#[path = "../../exercises/02_vanishing/lost_slot/src/database.rs"]
mod database;

pub use database::{Connection, Database};

use anyhow::{Result, bail};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

/// At most `limit` connections are in use at once; the others wait in `idle` for their next use.
pub struct Pool {
    database: Database,
    limit: usize,
    in_use: AtomicUsize,
    idle: Mutex<Vec<Connection>>,
}

/// A slot of the pool and its connection. Dropping it gives both back.
pub struct Pooled<'a> {
    pool: &'a Pool,
    /// Not there yet while `get` is still looking for one.
    pub connection: Option<Connection>,
}

impl Pool {
    pub fn new(database: Database, limit: usize) -> Pool {
        Pool { database, limit, in_use: AtomicUsize::new(0), idle: Mutex::default() }
    }

    pub fn in_use(&self) -> usize {
        self.in_use.load(SeqCst)
    }

    /// A connection that answers, if possible an idle one. Fails at once if all slots are taken.
    pub async fn get(&self) -> Result<Pooled<'_>> {
        if self.in_use.fetch_add(1, SeqCst) >= self.limit {
            self.in_use.fetch_sub(1, SeqCst);
            bail!("all {} slots are taken", self.limit);
        }
        let mut pooled = Pooled { pool: self, connection: None };
        let idle = self.idle.lock().unwrap().pop();
        if let Some(mut connection) = idle
            && connection.ping().await.is_ok()
        {
            pooled.connection = Some(connection);
            return Ok(pooled);
        }
        pooled.connection = Some(self.database.connect().await?);
        Ok(pooled)
    }
}

impl Drop for Pooled<'_> {
    fn drop(&mut self) {
        self.pool.idle.lock().unwrap().extend(self.connection.take());
        self.pool.in_use.fetch_sub(1, SeqCst);
    }
}

#[cfg(test)]
#[path = "../../exercises/02_vanishing/lost_slot/src/check.rs"]
mod check;
