// A guard of its own, which is defused by taking the connection out of it.

mod database;

pub use database::{Connection, Database, Refused};

pub struct Transaction<'a>(Undo<'a>);

struct Undo<'a>(Option<&'a mut Connection>);

impl Undo<'_> {
    async fn execute(&mut self, statement: &str) -> Result<(), Refused> {
        let connection = self.0.as_mut().expect("taken out after the COMMIT only");
        connection.execute(statement).await
    }
}

impl<'a> Transaction<'a> {
    pub async fn begin(connection: &'a mut Connection) -> Result<Transaction<'a>, Refused> {
        let mut undo = Undo(Some(connection));
        undo.execute("BEGIN").await?;
        Ok(Transaction(undo))
    }

    pub async fn execute(&mut self, statement: &str) -> Result<(), Refused> {
        self.0.execute(statement).await
    }

    pub async fn commit(mut self) -> Result<(), Refused> {
        self.0.execute("COMMIT").await?;
        self.0.0.take();
        Ok(())
    }
}

impl Drop for Undo<'_> {
    fn drop(&mut self) {
        if let Some(connection) = self.0.take() {
            connection.rollback_first();
        }
    }
}

#[cfg(test)]
mod check;
