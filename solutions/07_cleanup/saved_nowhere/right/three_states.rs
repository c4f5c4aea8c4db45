// While BEGIN or COMMIT is on its way, nobody knows, and the connection is cut. In between it is
// known that the transaction is open, and a ROLLBACK is enough.

mod database;

pub use database::{Connection, Database, Refused};

pub struct Transaction<'a> {
    connection: &'a mut Connection,
    state: State,
}

enum State {
    Unknown,
    Open,
    Over,
}

impl<'a> Transaction<'a> {
    pub async fn begin(connection: &'a mut Connection) -> Result<Transaction<'a>, Refused> {
        let mut transaction = Transaction { connection, state: State::Unknown };
        transaction.connection.execute("BEGIN").await?;
        transaction.state = State::Open;
        Ok(transaction)
    }

    pub async fn execute(&mut self, statement: &str) -> Result<(), Refused> {
        self.connection.execute(statement).await
    }

    pub async fn commit(mut self) -> Result<(), Refused> {
        self.state = State::Unknown;
        self.connection.execute("COMMIT").await?;
        self.state = State::Over;
        Ok(())
    }
}

impl Drop for Transaction<'_> {
    fn drop(&mut self) {
        match self.state {
            State::Unknown => self.connection.discard(),
            State::Open => self.connection.rollback_first(),
            State::Over => {}
        }
    }
}

#[cfg(test)]
mod check;
