// Why it tempts: whoever begins a transaction begins with a ROLLBACK, and so cannot be in another.
// Why it fails: not everybody begins one. A statement that stands alone goes into what is still
// open.
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
        connection.rollback_first();
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

#[cfg(test)]
mod check;
