// Why it tempts: a slot may come back any moment, and whoever waits a little need not fail.
// Why it fails: callers rely on an answer at once. Those who have all the slots, and want one more,
// stand still for as long as the limit is.
// Rejected by: no_more_are_handed_out_or_on_their_way_than_there_are_slots
// Says: callers rely on an answer at once

mod database;

pub use database::{Connection, Database};

use anyhow::{Context, Result};
use std::sync::Mutex;
use std::time::Duration;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::timeout;

pub struct Pool {
    database: Database,
    limit: usize,
    slots: Semaphore,
    idle: Mutex<Vec<Connection>>,
}

pub struct Pooled<'a> {
    pool: &'a Pool,
    pub connection: Option<Connection>,
    _slot: SemaphorePermit<'a>,
}

impl Pool {
    pub fn new(database: Database, limit: usize) -> Pool {
        Pool { database, limit, slots: Semaphore::new(limit), idle: Mutex::default() }
    }

    pub fn in_use(&self) -> usize {
        self.limit - self.slots.available_permits()
    }

    pub async fn get(&self) -> Result<Pooled<'_>> {
        // ANCHOR: mistake
        let free = timeout(Duration::from_secs(1), self.slots.acquire());
        let _slot = free.await.context("all slots are taken")?.context("the pool is closed")?;
        // ANCHOR_END: mistake
        let idle = self.idle.lock().unwrap().pop();
        if let Some(mut connection) = idle
            && connection.ping().await.is_ok()
        {
            return Ok(Pooled { pool: self, connection: Some(connection), _slot });
        }
        let connection = self.database.connect().await?;
        Ok(Pooled { pool: self, connection: Some(connection), _slot })
    }
}

impl Drop for Pooled<'_> {
    fn drop(&mut self) {
        self.pool.idle.lock().unwrap().extend(self.connection.take());
    }
}

#[cfg(test)]
mod check;
