// Why it tempts: "guard first" cannot be done earlier than in the call itself.
// Why it fails: a future that was never polled has sent nothing, and must not undo anything either.
// Rejected by: a_transaction_that_was_never_polled_sends_nothing
// Says: It has begun nothing

mod database;

pub use database::{Connection, Database, Refused};

pub struct Transaction<'a> {
    connection: &'a mut Connection,
    open: bool,
}

impl<'a> Transaction<'a> {
    // ANCHOR: mistake
    pub fn begin(
        connection: &'a mut Connection,
    ) -> impl Future<Output = Result<Transaction<'a>, Refused>> {
        let transaction = Transaction { connection, open: true };
        async move {
            transaction.connection.execute("BEGIN").await?;
            Ok(transaction)
        }
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
