//! What the programs about transactions share: an SQLite database in memory with two accounts.
//!
//! sqlx runs SQLite in a thread, and to cancel while that works is a race. So here it can be held
//! at any step of SQLite's virtual machine: the caller is certain to be waiting then.

use anyhow::Result;
use sqlx::SqlitePool;
use sqlx::sqlite::{SqliteConnection, SqlitePoolOptions};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc as std_mpsc;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

pub(crate) struct Bank {
    pub(crate) db: SqlitePool,
    /// After so many more steps the thread stops; 0 is never.
    steps_left: Arc<AtomicUsize>,
    stopped: UnboundedReceiver<()>,
    go_on: std_mpsc::Sender<()>,
}

impl Bank {
    /// Alice has 100, Bob has nothing, and neither can have less.
    pub(crate) async fn open() -> Result<Bank> {
        let tables =
            "CREATE TABLE account (owner TEXT PRIMARY KEY, balance INTEGER CHECK (balance >= 0));
             INSERT INTO account VALUES ('alice', 100), ('bob', 0);
             CREATE TABLE transfer (id TEXT PRIMARY KEY);";
        // Each connection to `:memory:` is a database of its own, so there must be one.
        let db = SqlitePoolOptions::new().max_connections(1).connect("sqlite::memory:").await?;
        sqlx::raw_sql(tables).execute(&db).await?;

        let steps_left = Arc::new(AtomicUsize::new(0));
        let (tell, stopped) = unbounded_channel();
        let (go_on, wait) = std_mpsc::channel();
        let left = steps_left.clone();
        db.acquire().await?.lock_handle().await?.set_progress_handler(1, move || {
            let before = left.load(Ordering::SeqCst);
            left.store(before.saturating_sub(1), Ordering::SeqCst);
            if before == 1 {
                // Nobody is there to be told, or to wait for, once the program ends.
                let _ = tell.send(());
                let _ = wait.recv();
            }
            true
        });
        Ok(Bank { db, steps_left, stopped, go_on })
    }

    /// Polls `work` until SQLite has taken so many steps, and drops it while SQLite stands still.
    /// `Some` if it was done before.
    pub(crate) async fn cut<T>(
        &mut self,
        steps: usize,
        work: impl Future<Output = T>,
    ) -> Option<T> {
        if steps == 0 {
            return None; // Drops `work` before its first poll.
        }
        self.steps_left.store(steps, Ordering::SeqCst);
        let done = tokio::select! {
            biased;
            done = work => Some(done),
            _ = self.stopped.recv() => None,
        };
        // `work` is dropped. Now the thread may go on.
        self.steps_left.store(0, Ordering::SeqCst);
        if done.is_none() {
            let _ = self.go_on.send(());
        }
        done
    }

    /// Fails if the connection has a transaction open.
    pub(crate) async fn balances(&self) -> Result<String> {
        sqlx::raw_sql("BEGIN; ROLLBACK").execute(&self.db).await?;
        let rows: Vec<(String, i64)> =
            sqlx::query_as("SELECT owner, balance FROM account ORDER BY owner")
                .fetch_all(&self.db)
                .await?;
        let rows: Vec<String> =
            rows.iter().map(|(owner, balance)| format!("{owner} {balance:3}")).collect();
        Ok(rows.join(", "))
    }
}

pub(crate) async fn change(conn: &mut SqliteConnection, owner: &str, by: i64) -> Result<()> {
    let update = sqlx::query("UPDATE account SET balance = balance + ? WHERE owner = ?");
    let changed = update.bind(by).bind(owner).execute(conn).await?;
    anyhow::ensure!(changed.rows_affected() == 1, "{owner} has no account");
    Ok(())
}
