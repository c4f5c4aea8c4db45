// Why it tempts: a transaction exists when the server has said so, and so does the value that
// stands for it.
// Why it fails: the server has begun it before we hear of that. Dropped on the way back, there is
// no guard yet, and the connection goes back into the pool with an open transaction.
// Rejected by: the_next_user_is_not_in_it_wherever_it_is_dropped
// Says: while it waited for the answer to BEGIN

mod database;

pub use database::{Connection, Database, Refused};

pub struct Transaction<'a> {
    connection: &'a mut Connection,
    open: bool,
}

impl<'a> Transaction<'a> {
    // ANCHOR: mistake
    pub async fn begin(connection: &'a mut Connection) -> Result<Transaction<'a>, Refused> {
        connection.execute("BEGIN").await?;
        Ok(Transaction { connection, open: true })
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
