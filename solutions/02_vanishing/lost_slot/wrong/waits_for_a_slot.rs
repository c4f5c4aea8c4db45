// Why it tempts: a permit is the right guard, and to wait for it is what a semaphore is for.
// Why it fails: callers rely on an answer at once. Whoever has all the slots, and wants one more,
// waits for itself.
// Rejected by: no_more_are_handed_out_or_on_their_way_than_there_are_slots
// Says: finds no slot fails at once

mod database;

pub use database::{Connection, Database};

use anyhow::{Context, Result};
use std::sync::Mutex;
use tokio::sync::{Semaphore, SemaphorePermit};

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
        let _slot = self.slots.acquire().await.context("the pool is closed")?;
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
