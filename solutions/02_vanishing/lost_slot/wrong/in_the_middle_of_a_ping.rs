// Why it tempts: the guard first, and everything into the guard at once.
// Why it fails: when it is dropped during the ping, it puts the connection back with the answer
// still on its way. The next caller reads that answer as the one to its own question.
// Rejected by: nobody_reads_the_answer_to_a_question_of_somebody_else
// Says: What was the connection doing when it was given back

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
        let mut pooled = Pooled { pool: self, connection: idle };
        if let Some(connection) = &mut pooled.connection
            && connection.ping().await.is_ok()
        {
            return Ok(pooled);
        }
        // ANCHOR_END: mistake
        pooled.connection = None;
        pooled.connection = Some(self.database.connect().await?);
        Ok(pooled)
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
