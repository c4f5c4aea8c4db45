mod server;

pub use server::{Connection, Server};

/// Hands out sessions with a server.
pub struct Desk {
    server: Server,
}

/// A conversation. It may be dropped at any moment and on any thread.
pub struct Session {
    connection: Connection,
}

impl Desk {
    /// Is called on the runtime that the desk is to work on.
    pub fn open(server: Server) -> Desk {
        Desk { server }
    }

    pub async fn session(&self) -> Session {
        Session { connection: self.server.connect().await }
    }

    /// Returns when all sessions are over and their connections are closed.
    pub async fn close(self) {
        // TODO: close what each session leaves behind, soon; and here, wait for the last.
    }
}

impl Session {
    pub async fn ask(&mut self, question: &str) {
        self.connection.ask(question).await;
    }
}

#[cfg(test)]
mod check;
