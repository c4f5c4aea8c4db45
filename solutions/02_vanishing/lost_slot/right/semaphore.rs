// A semaphore's permit is a guard that somebody has written already.

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
        let _slot = self.slots.try_acquire().context("all slots are taken")?;
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
