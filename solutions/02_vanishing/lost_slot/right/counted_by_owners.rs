// Each slot is an `Arc`. It is in use as long as somebody beside the pool has a clone of it, so
// there is no count that could be wrong.

mod database;

pub use database::{Connection, Database};

use anyhow::{Context, Result};
use std::sync::{Arc, Mutex};

pub struct Pool {
    database: Database,
    slots: Vec<Arc<()>>,
    idle: Mutex<Vec<Connection>>,
}

pub struct Pooled<'a> {
    pool: &'a Pool,
    pub connection: Option<Connection>,
    _slot: Arc<()>,
}

impl Pool {
    pub fn new(database: Database, limit: usize) -> Pool {
        let slots = (0..limit).map(|_| Arc::new(())).collect();
        Pool { database, slots, idle: Mutex::default() }
    }

    pub fn in_use(&self) -> usize {
        self.slots.iter().filter(|slot| Arc::strong_count(slot) > 1).count()
    }

    pub async fn get(&self) -> Result<Pooled<'_>> {
        let _slot = self.free_slot().context("all slots are taken")?;
        let idle = self.idle.lock().unwrap().pop();
        if let Some(mut connection) = idle
            && connection.ping().await.is_ok()
        {
            return Ok(Pooled { pool: self, connection: Some(connection), _slot });
        }
        let connection = self.database.connect().await?;
        Ok(Pooled { pool: self, connection: Some(connection), _slot })
    }

    fn free_slot(&self) -> Option<Arc<()>> {
        let _nobody_else_looks = self.idle.lock().unwrap();
        self.slots.iter().find(|slot| Arc::strong_count(slot) == 1).cloned()
    }
}

impl Drop for Pooled<'_> {
    fn drop(&mut self) {
        self.pool.idle.lock().unwrap().extend(self.connection.take());
    }
}

#[cfg(test)]
mod check;
