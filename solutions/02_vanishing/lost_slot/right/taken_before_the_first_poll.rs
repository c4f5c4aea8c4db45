// The slot is taken when `get` is called and not when its future is polled. Its guard moves into
// the future, so it comes back also when that is dropped unpolled.

mod database;

pub use database::{Connection, Database};

use anyhow::{Result, ensure};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

pub struct Pool {
    database: Database,
    limit: usize,
    in_use: AtomicUsize,
    idle: Mutex<Vec<Connection>>,
}

pub struct Pooled<'a> {
    slot: Slot<'a>,
    pub connection: Option<Connection>,
}

impl Pool {
    pub fn new(database: Database, limit: usize) -> Pool {
        Pool { database, limit, in_use: AtomicUsize::new(0), idle: Mutex::default() }
    }

    pub fn in_use(&self) -> usize {
        self.in_use.load(SeqCst)
    }

    pub fn get(&self) -> impl Future<Output = Result<Pooled<'_>>> {
        let slot = self.take_slot();
        async move {
            let slot = slot?;
            let connection = self.open().await?;
            Ok(Pooled { slot, connection: Some(connection) })
        }
    }

    fn take_slot(&self) -> Result<Slot<'_>> {
        let taken = self.in_use.fetch_add(1, SeqCst);
        let slot = Slot(self);
        ensure!(taken < self.limit, "all {} slots are taken", self.limit);
        Ok(slot)
    }
}

impl Drop for Pooled<'_> {
    fn drop(&mut self) {
        self.slot.0.idle.lock().unwrap().extend(self.connection.take());
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

struct Slot<'a>(&'a Pool);

impl Drop for Slot<'_> {
    fn drop(&mut self) {
        self.0.in_use.fetch_sub(1, SeqCst);
    }
}

#[cfg(test)]
mod check;
