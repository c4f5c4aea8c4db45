// Why it tempts: tokio's `block_on` panics here, and the one of `futures` does not.
// Why it fails: it puts the thread to sleep, and that is the thread which would have to turn the
// clock. The wake-up never comes.
// Rejected by: a_session_that_is_over_has_been_closed_when_the_desk_has
// Says: STUCK

mod server;

pub use server::{Connection, Server};
pub struct Desk {
    server: Server,
}

pub struct Session {
    connection: Option<Connection>,
}

impl Desk {
    pub fn open(server: Server) -> Desk {
        Desk { server }
    }

    pub async fn session(&self) -> Session {
        Session { connection: Some(self.server.connect().await) }
    }

    pub async fn close(self) {}
}

impl Session {
    pub async fn ask(&mut self, question: &str) {
        let connection = self.connection.as_mut().expect("the session is not being dropped");
        connection.ask(question).await;
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take() {
            // ANCHOR: mistake
            futures::executor::block_on(connection.close());
            // ANCHOR_END: mistake
        }
    }
}

#[cfg(test)]
mod check;
