// Why it tempts: a channel keeps its order, so a `None` behind the last session ends the task after
// it.
// Why it fails: it is the last one so far. A session that ends later finds nobody.
// Rejected by: the_desk_waits_for_a_session_that_outlives_it
// Says: while a session was still going on

mod server;

pub use server::{Connection, Server};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio::task::JoinHandle;

pub struct Desk {
    server: Server,
    over: UnboundedSender<Option<Connection>>,
    reaper: JoinHandle<()>,
}

pub struct Session {
    connection: Option<Connection>,
    over: UnboundedSender<Option<Connection>>,
}

impl Desk {
    pub fn open(server: Server) -> Desk {
        let (over, mut sessions) = unbounded_channel::<Option<Connection>>();
        let reaper = tokio::spawn(async move {
            while let Some(Some(connection)) = sessions.recv().await {
                connection.close().await;
            }
        });
        Desk { server, over, reaper }
    }

    pub async fn session(&self) -> Session {
        let connection = Some(self.server.connect().await);
        Session { connection, over: self.over.clone() }
    }

    pub async fn close(self) {
        // ANCHOR: mistake
        let _ = self.over.send(None);
        self.reaper.await.expect("closing does not panic");
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
            let _ = self.over.send(Some(connection));
        }
    }
}

#[cfg(test)]
mod check;
