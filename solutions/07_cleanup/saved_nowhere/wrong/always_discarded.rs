// Why it tempts: what is thrown away cannot be in a wrong state.
// Why it fails: it is thrown away after each success too. There is no pool any more.
// Rejected by: an_order_is_saved_and_its_connection_is_used_again
// Says: its connection was thrown away

mod database;

pub use database::{Connection, Database, Refused};

pub struct Transaction<'a> {
    connection: &'a mut Connection,
}

impl<'a> Transaction<'a> {
    // ANCHOR: mistake
    pub async fn begin(connection: &'a mut Connection) -> Result<Transaction<'a>, Refused> {
        connection.discard();
        connection.execute("BEGIN").await?;
        Ok(Transaction { connection })
    }
    // ANCHOR_END: mistake

    pub async fn execute(&mut self, statement: &str) -> Result<(), Refused> {
        self.connection.execute(statement).await
    }

    pub async fn commit(self) -> Result<(), Refused> {
        self.connection.execute("COMMIT").await
    }
}

#[cfg(test)]
mod check;
