// A tracker whose token every session holds, and a handle of the runtime that the desk was opened
// on. As long as that runtime lives, it can be spawned on from any thread.

mod server;

pub use server::{Connection, Server};
use tokio::runtime::Handle;
use tokio_util::task::TaskTracker;
use tokio_util::task::task_tracker::TaskTrackerToken;

pub struct Desk {
    server: Server,
    runtime: Handle,
    goodbyes: TaskTracker,
}

pub struct Session {
    connection: Option<Connection>,
    runtime: Handle,
    alive: TaskTrackerToken,
}

impl Desk {
    pub fn open(server: Server) -> Desk {
        Desk { server, runtime: Handle::current(), goodbyes: TaskTracker::new() }
    }

    pub async fn session(&self) -> Session {
        let connection = Some(self.server.connect().await);
        Session { connection, runtime: self.runtime.clone(), alive: self.goodbyes.token() }
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
            self.alive.task_tracker().spawn_on(connection.close(), &self.runtime);
        }
    }
}

#[cfg(test)]
mod check;
