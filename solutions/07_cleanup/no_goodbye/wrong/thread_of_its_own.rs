// Why it tempts: a thread may wait as long as it likes, with a runtime of its own.
// Why it fails: one thread and one runtime for each session that ends, and nobody waits for them.
// Real connections are served by the runtime that they were made on, and end with it.
// Rejected by: a_session_that_is_over_has_been_closed_when_the_desk_has
// Says: nobody has closed connection 1

mod server;

pub use server::{Connection, Server};
use std::thread;
use tokio::runtime::Builder;

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
            thread::spawn(move || {
                let runtime = Builder::new_current_thread().enable_time().build();
                runtime.expect("a runtime can be built").block_on(connection.close());
            });
            // ANCHOR_END: mistake
        }
    }
}

#[cfg(test)]
mod check;
