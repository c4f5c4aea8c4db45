// Why it tempts: `block_on` waits where nobody can `.await`.
// Why it fails: it blocks the thread that is to bring the answer.
// Rejected by: a_refused_statement_leaves_nothing_open
// Says: STUCK

mod database;

pub use database::{Connection, Database, Refused};

pub struct Transaction<'a> {
    connection: &'a mut Connection,
    open: bool,
}

impl<'a> Transaction<'a> {
    pub async fn begin(connection: &'a mut Connection) -> Result<Transaction<'a>, Refused> {
        let transaction = Transaction { connection, open: true };
        transaction.connection.execute("BEGIN").await?;
        Ok(transaction)
    }

    pub async fn execute(&mut self, statement: &str) -> Result<(), Refused> {
        self.connection.execute(statement).await
    }

    pub async fn commit(mut self) -> Result<(), Refused> {
        self.connection.execute("COMMIT").await?;
        self.open = false;
        Ok(())
    }
}

impl Drop for Transaction<'_> {
    // ANCHOR: mistake
    fn drop(&mut self) {
        if self.open {
            let _ = futures::executor::block_on(self.connection.execute("ROLLBACK"));
        }
    }
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
