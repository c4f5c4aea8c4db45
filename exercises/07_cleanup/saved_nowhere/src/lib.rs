mod database;

pub use database::{Connection, Database, Refused};

/// Statements that are saved together or not at all.
pub struct Transaction<'a> {
    connection: &'a mut Connection,
    open: bool,
}

impl<'a> Transaction<'a> {
    // TODO: no future of these three leaves a transaction open for the next user of the connection.
    pub async fn begin(connection: &'a mut Connection) -> Result<Transaction<'a>, Refused> {
        connection.execute("BEGIN").await?;
        Ok(Transaction { connection, open: true })
    }

    pub async fn execute(&mut self, statement: &str) -> Result<(), Refused> {
        self.connection.execute(statement).await
    }

    pub async fn commit(mut self) -> Result<(), Refused> {
        self.open = false;
        self.connection.execute("COMMIT").await
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
