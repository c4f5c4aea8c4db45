// Why it tempts: to connect takes long and may fail, so that is what is guarded.
// Why it fails: a ping waits too, and it comes first.
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
        let idle = self.idle.lock().unwrap().pop();
        if let Some(mut connection) = idle
            && connection.ping().await.is_ok()
        {
            return Ok(Pooled { pool: self, connection: Some(connection) });
        }
        let mut pooled = Pooled { pool: self, connection: None };
        pooled.connection = Some(self.database.connect().await?);
        Ok(pooled)
        // ANCHOR_END: mistake
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
