// Why it tempts: whatever goes wrong comes back as an `Err`, and here a ROLLBACK can be awaited.
// Why it fails: a cancellation is not an `Err`. Nothing comes back, and none of these lines runs.
// Rejected by: the_next_user_is_not_in_it_wherever_it_is_dropped
// Says: while it waited for the answer to BEGIN

mod database;

pub use database::{Connection, Database, Refused};

pub struct Transaction<'a> {
    connection: &'a mut Connection,
}

impl<'a> Transaction<'a> {
    pub async fn begin(connection: &'a mut Connection) -> Result<Transaction<'a>, Refused> {
        connection.execute("BEGIN").await?;
        Ok(Transaction { connection })
    }

    // ANCHOR: mistake
    pub async fn execute(&mut self, statement: &str) -> Result<(), Refused> {
        let answer = self.connection.execute(statement).await;
        if answer.is_err() {
            self.connection.execute("ROLLBACK").await?;
        }
        answer
    }
    // ANCHOR_END: mistake

    pub async fn commit(mut self) -> Result<(), Refused> {
        self.execute("COMMIT").await
    }
}

#[cfg(test)]
mod check;
