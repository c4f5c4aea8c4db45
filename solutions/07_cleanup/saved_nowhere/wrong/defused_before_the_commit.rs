// Why it tempts: who commits does not want to roll back.
// Why it fails: until the COMMIT is executed, the transaction is open. Dropped on the way there, it
// stays so, and the guard has been told to be quiet.
// Rejected by: the_next_user_is_not_in_it_wherever_it_is_dropped
// Says: An order was dropped on its way

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
        self.open = false;
        self.connection.execute("COMMIT").await
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
