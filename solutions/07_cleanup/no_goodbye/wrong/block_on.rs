// Why it tempts: `block_on` is how synchronous code calls asynchronous code.
// Why it fails: not on a thread that is running a runtime. tokio panics, and it panics in a
// destructor.
// Rejected by: a_session_that_is_over_has_been_closed_when_the_desk_has
// Says: Cannot start a runtime from within a runtime

mod server;

pub use server::{Connection, Server};
use tokio::runtime::Handle;

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
            Handle::current().block_on(connection.close());
            // ANCHOR_END: mistake
        }
    }
}

#[cfg(test)]
mod check;
