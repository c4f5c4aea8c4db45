// Why it tempts: the answer is here, so the transaction is over.
// Why it fails: the answer may be no. This server keeps the transaction open then.
// Rejected by: a_refused_commit_leaves_nothing_open
// Says: The COMMIT of an order was refused

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

    // ANCHOR: mistake
    pub async fn commit(mut self) -> Result<(), Refused> {
        let answer = self.connection.execute("COMMIT").await;
        self.open = false;
        answer
    }
    // ANCHOR_END: mistake
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
