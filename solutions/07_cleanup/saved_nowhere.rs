// The server executes a statement before its answer is here, and in between we may be dropped. So
// the guard stands before BEGIN is sent, and is defused when the answer to COMMIT is here and is a
// yes. In between it may roll back what was never begun, or what is committed already: with nothing
// open, a ROLLBACK does nothing.

#[path = "../../exercises/07_cleanup/saved_nowhere/src/database.rs"]
mod database;

pub use database::{Connection, Database, Refused};

/// Statements that are saved together or not at all.
pub struct Transaction<'a> {
    connection: &'a mut Connection,
    /// Perhaps: only the server knows.
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
    fn drop(&mut self) {
        if self.open {
            self.connection.rollback_first();
        }
    }
}

#[cfg(test)]
#[path = "../../exercises/07_cleanup/saved_nowhere/src/check.rs"]
mod check;
