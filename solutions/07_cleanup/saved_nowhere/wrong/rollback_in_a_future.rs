// Why it tempts: the destructor does send a ROLLBACK, one would think.
// Why it fails: it makes a future that would send one, and drops it without a poll.
// Rejected by: a_refused_statement_leaves_nothing_open
// Says: A statement of an order was refused

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
            drop(self.connection.execute("ROLLBACK"));
        }
    }
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
