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
        // TODO: whatever becomes of this future, its slot comes back.
        if self.in_use.fetch_add(1, SeqCst) >= self.limit {
            self.in_use.fetch_sub(1, SeqCst);
            bail!("all {} slots are taken", self.limit);
        }
        let idle = self.idle.lock().unwrap().pop();
        if let Some(mut connection) = idle
            && connection.ping().await.is_ok()
        {
            return Ok(Pooled { pool: self, connection: Some(connection) });
        }
        let connection = self.database.connect().await?;
        Ok(Pooled { pool: self, connection: Some(connection) })
    }
}

impl Drop for Pooled<'_> {
    fn drop(&mut self) {
        self.pool.idle.lock().unwrap().extend(self.connection.take());
        self.pool.in_use.fetch_sub(1, SeqCst);
    }
}

#[cfg(test)]
mod check;
