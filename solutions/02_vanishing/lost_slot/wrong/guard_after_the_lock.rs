// Why it tempts: the lock is held for a moment only and is free, so nobody waits there.
// Why it fails: it waits when somebody else has it, and when the budget of the task is used up. The
// slot is taken by then, and has no guard yet.
// Rejected by: the_slot_comes_back_wherever_get_is_dropped
// Says: does a slot have no owner

mod database;

pub use database::{Connection, Database};

use anyhow::{Result, bail};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use tokio::sync::Mutex;

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
        let idle = self.idle.lock().await.pop();
        let mut pooled = Pooled { pool: self, connection: None };
        // ANCHOR_END: mistake
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
        if let Ok(mut idle) = self.pool.idle.try_lock() {
            idle.extend(self.connection.take());
        }
        self.pool.in_use.fetch_sub(1, SeqCst);
    }
}

#[cfg(test)]
mod check;
