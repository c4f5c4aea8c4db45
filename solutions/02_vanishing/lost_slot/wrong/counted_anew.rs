// Why it tempts: when the pool seems to be empty, count again, and what was lost is found.
// Why it fails: callers that are still waiting for their connection look like lost slots, and
// theirs are handed out a second time.
// Rejected by: no_more_are_handed_out_or_on_their_way_than_there_are_slots
// Says: 3 got a connection

mod database;

pub use database::{Connection, Database};

use anyhow::{Result, bail};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

pub struct Pool {
    database: Database,
    limit: usize,
    in_use: AtomicUsize,
    handed_out: AtomicUsize,
    idle: Mutex<Vec<Connection>>,
}

pub struct Pooled<'a> {
    pool: &'a Pool,
    pub connection: Option<Connection>,
}

impl Pool {
    pub fn new(database: Database, limit: usize) -> Pool {
        Pool {
            database,
            limit,
            in_use: AtomicUsize::new(0),
            handed_out: AtomicUsize::new(0),
            idle: Mutex::default(),
        }
    }

    pub fn in_use(&self) -> usize {
        self.handed_out.load(SeqCst)
    }

    pub async fn get(&self) -> Result<Pooled<'_>> {
        // ANCHOR: mistake
        if self.in_use.fetch_add(1, SeqCst) >= self.limit {
            self.in_use.fetch_sub(1, SeqCst);
            let handed_out = self.handed_out.load(SeqCst);
            if handed_out >= self.limit {
                bail!("all {} slots are taken", self.limit);
            }
            self.in_use.store(handed_out + 1, SeqCst);
        }
        // ANCHOR_END: mistake
        let connection = self.open().await?;
        self.handed_out.fetch_add(1, SeqCst);
        Ok(Pooled { pool: self, connection: Some(connection) })
    }
}

impl Drop for Pooled<'_> {
    fn drop(&mut self) {
        self.pool.idle.lock().unwrap().extend(self.connection.take());
        self.pool.handed_out.fetch_sub(1, SeqCst);
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
