// The guard owns the connection from the first moment, and knows whether it may be used again.

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
    is_fit: bool,
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
        let idle = self.idle.lock().unwrap().pop();
        let mut pooled = Pooled { pool: self, connection: idle, is_fit: false };
        let answers = match &mut pooled.connection {
            Some(connection) => connection.ping().await.is_ok(),
            None => false,
        };
        if !answers {
            pooled.connection = None;
            pooled.connection = Some(self.database.connect().await?);
        }
        pooled.is_fit = true;
        Ok(pooled)
    }
}

impl Drop for Pooled<'_> {
    fn drop(&mut self) {
        if self.is_fit {
            self.pool.idle.lock().unwrap().extend(self.connection.take());
        }
        self.pool.in_use.fetch_sub(1, SeqCst);
    }
}

#[cfg(test)]
mod check;
