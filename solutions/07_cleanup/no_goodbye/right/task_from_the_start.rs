// Each session gets its task when it begins, where a runtime is sure to be there, and not when it
// ends.

mod server;

pub use server::{Connection, Server};
use tokio::sync::oneshot;
use tokio_util::task::TaskTracker;

pub struct Desk {
    server: Server,
    ends: TaskTracker,
}

pub struct Session {
    connection: Option<Connection>,
    end: Option<oneshot::Sender<Connection>>,
}

impl Desk {
    pub fn open(server: Server) -> Desk {
        Desk { server, ends: TaskTracker::new() }
    }

    pub async fn session(&self) -> Session {
        let connection = Some(self.server.connect().await);
        let (end, over) = oneshot::channel::<Connection>();
        self.ends.spawn(async move {
            if let Ok(connection) = over.await {
                connection.close().await;
            }
        });
        Session { connection, end: Some(end) }
    }

    pub async fn close(self) {
        self.ends.close();
        self.ends.wait().await;
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
        if let (Some(connection), Some(end)) = (self.connection.take(), self.end.take()) {
            let _ = end.send(connection);
        }
    }
}

#[cfg(test)]
mod check;
