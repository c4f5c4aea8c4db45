// Why it tempts: the desk waits for all goodbyes that its tracker knows, from whichever thread they
// came.
// Why it fails: a session that is still alive has no goodbye yet, so nobody waits for it.
// Rejected by: the_desk_waits_for_a_session_that_outlives_it
// Says: while a session was still going on

mod server;

pub use server::{Connection, Server};
use tokio::runtime::Handle;
use tokio_util::task::TaskTracker;

pub struct Desk {
    server: Server,
    runtime: Handle,
    goodbyes: TaskTracker,
}

pub struct Session {
    connection: Option<Connection>,
    runtime: Handle,
    goodbyes: TaskTracker,
}

impl Desk {
    pub fn open(server: Server) -> Desk {
        Desk { server, runtime: Handle::current(), goodbyes: TaskTracker::new() }
    }

    pub async fn session(&self) -> Session {
        let connection = Some(self.server.connect().await);
        Session { connection, runtime: self.runtime.clone(), goodbyes: self.goodbyes.clone() }
    }

    pub async fn close(self) {
        self.goodbyes.close();
        self.goodbyes.wait().await;
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
            // ANCHOR: mistake
            self.goodbyes.spawn_on(connection.close(), &self.runtime);
            // ANCHOR_END: mistake
        }
    }
}

#[cfg(test)]
mod check;
