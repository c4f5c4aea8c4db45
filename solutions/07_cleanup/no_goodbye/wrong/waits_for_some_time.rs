// Why it tempts: the tasks are spawned on the desk's runtime, and after a minute all of them are
// surely done.
// Why it fails: it waits for time and not for them. A session that goes on for longer is cut off by
// the end of the program, and a desk without any waits all the same.
// Rejected by: the_desk_waits_for_a_session_that_outlives_it
// Says: while a session was still going on

mod server;

pub use server::{Connection, Server};
use std::time::Duration;
use tokio::runtime::Handle;

pub struct Desk {
    server: Server,
    runtime: Handle,
}

pub struct Session {
    connection: Option<Connection>,
    runtime: Handle,
}

impl Desk {
    pub fn open(server: Server) -> Desk {
        Desk { server, runtime: Handle::current() }
    }

    pub async fn session(&self) -> Session {
        let connection = Some(self.server.connect().await);
        Session { connection, runtime: self.runtime.clone() }
    }

    pub async fn close(self) {
        // ANCHOR: mistake
        tokio::time::sleep(Duration::from_secs(60)).await;
        // ANCHOR_END: mistake
    }
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
            self.runtime.spawn(connection.close());
        }
    }
}

#[cfg(test)]
mod check;
