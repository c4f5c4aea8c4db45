// Why it tempts: the guard stands before BEGIN, and says that a transaction is open when one is.
// Why it fails: it says so when *we* know. On the way back from the server it still says no, and
// the guard, which does its duty, does nothing.
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
        let mut transaction = Transaction { connection, open: false };
        transaction.connection.execute("BEGIN").await?;
        transaction.open = true;
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
