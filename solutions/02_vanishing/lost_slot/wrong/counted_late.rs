// Why it tempts: what has not been taken cannot be lost: the slot is counted when the connection
// is there.
// Why it fails: as long as their connections are being opened, any number of callers find a free
// slot.
// Rejected by: no_more_are_handed_out_or_on_their_way_than_there_are_slots
// Says: From when on does a slot count as taken

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
        // ANCHOR: mistake
        if self.in_use() >= self.limit {
            bail!("all {} slots are taken", self.limit);
        }
        let connection = self.open().await?;
        self.in_use.fetch_add(1, SeqCst);
        Ok(Pooled { pool: self, connection: Some(connection) })
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
