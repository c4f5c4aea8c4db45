// Why it tempts: `now_or_never` runs a future without waiting for it.
// Why it fails: it polls once and drops. The goodbye takes a second, so this is a cancellation in a
// destructor.
// Rejected by: a_session_that_is_over_has_been_closed_when_the_desk_has
// Says: cut off without a goodbye

mod server;

pub use server::{Connection, Server};
use futures::FutureExt;

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
            let _ = connection.close().now_or_never();
            // ANCHOR_END: mistake
        }
    }
}

#[cfg(test)]
mod check;
