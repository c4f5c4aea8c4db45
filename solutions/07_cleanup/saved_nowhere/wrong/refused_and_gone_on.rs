// Why it tempts: the guard stands, so a BEGIN that fails does no harm.
// Why it fails: it is refused when a transaction is open already. The statements go into that one,
// and the COMMIT commits what somebody else had begun.
// Rejected by: a_refused_begin_is_told
// Says: it has committed what is not its own

mod database;

pub use database::{Connection, Database, Refused};

pub struct Transaction<'a> {
    connection: &'a mut Connection,
    open: bool,
}

impl<'a> Transaction<'a> {
    // ANCHOR: mistake
    pub async fn begin(connection: &'a mut Connection) -> Result<Transaction<'a>, Refused> {
        let transaction = Transaction { connection, open: true };
        let _ = transaction.connection.execute("BEGIN").await;
        Ok(transaction)
    }
    // ANCHOR_END: mistake

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
mod check;
