// Why it tempts: a task can wait, and `tokio::spawn` is not asynchronous.
// Why it fails: nobody knows of the task. `Desk::close` returns while the goodbye is under way, the
// program ends, and with it the task. And on a thread without a runtime `tokio::spawn` panics.
// Rejected by: a_session_that_is_over_has_been_closed_when_the_desk_has
// Says: nobody has closed connection 1

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
            tokio::spawn(connection.close());
            // ANCHOR_END: mistake
        }
    }
}

#[cfg(test)]
mod check;
