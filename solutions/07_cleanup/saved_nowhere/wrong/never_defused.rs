// Why it tempts: with nothing open, a ROLLBACK does nothing, so it may as well always be sent.
// Why it fails: it is one more round trip with every transaction, and the next user waits for it.
// Rejected by: an_order_is_saved_and_its_connection_is_used_again
// Says: a ROLLBACK was sent all the same

mod database;

pub use database::{Connection, Database, Refused};

pub struct Transaction<'a> {
    connection: &'a mut Connection,
}

impl<'a> Transaction<'a> {
    pub async fn begin(connection: &'a mut Connection) -> Result<Transaction<'a>, Refused> {
        let transaction = Transaction { connection };
        transaction.connection.execute("BEGIN").await?;
        Ok(transaction)
    }

    pub async fn execute(&mut self, statement: &str) -> Result<(), Refused> {
        self.connection.execute(statement).await
    }

    pub async fn commit(self) -> Result<(), Refused> {
        self.connection.execute("COMMIT").await
    }
}

impl Drop for Transaction<'_> {
    // ANCHOR: mistake
    fn drop(&mut self) {
        self.connection.rollback_first();
    }
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
