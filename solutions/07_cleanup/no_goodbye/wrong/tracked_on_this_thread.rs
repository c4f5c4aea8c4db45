// Why it tempts: a `TaskTracker` knows the tasks, so the desk can wait for them.
// Why it fails: it spawns like `tokio::spawn`: on the runtime of the thread that the destructor
// happens to run on. On a plain thread there is none, and the destructor panics.
// Rejected by: a_session_may_be_dropped_on_a_thread_that_no_runtime_knows
// Says: its destructor panicked

mod server;

pub use server::{Connection, Server};
use tokio_util::task::TaskTracker;
use tokio_util::task::task_tracker::TaskTrackerToken;

pub struct Desk {
    server: Server,
    goodbyes: TaskTracker,
}

pub struct Session {
    connection: Option<Connection>,
    alive: TaskTrackerToken,
}

impl Desk {
    pub fn open(server: Server) -> Desk {
        Desk { server, goodbyes: TaskTracker::new() }
    }

    pub async fn session(&self) -> Session {
        let connection = Some(self.server.connect().await);
        Session { connection, alive: self.goodbyes.token() }
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
            self.alive.task_tracker().spawn(connection.close());
            // ANCHOR_END: mistake
        }
    }
}

#[cfg(test)]
mod check;
