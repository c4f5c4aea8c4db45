// The statements are collected and sent by `commit`: between BEGIN and COMMIT nothing else is
// waited for.

mod database;

pub use database::{Connection, Database, Refused};

pub struct Transaction<'a> {
    connection: &'a mut Connection,
    statements: Vec<String>,
    open: bool,
}

impl<'a> Transaction<'a> {
    pub async fn begin(connection: &'a mut Connection) -> Result<Transaction<'a>, Refused> {
        Ok(Transaction { connection, statements: Vec::new(), open: false })
    }

    pub async fn execute(&mut self, statement: &str) -> Result<(), Refused> {
        self.statements.push(statement.to_owned());
        Ok(())
    }

    pub async fn commit(mut self) -> Result<(), Refused> {
        self.open = true;
        self.connection.execute("BEGIN").await?;
        for statement in &self.statements {
            self.connection.execute(statement).await?;
        }
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
