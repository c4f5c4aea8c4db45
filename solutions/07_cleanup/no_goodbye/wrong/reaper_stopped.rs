// Why it tempts: the desk closes, so its task has to end.
// Why it fails: what is still in the channel goes with the one who was to read it.
// Rejected by: a_session_that_is_over_has_been_closed_when_the_desk_has
// Says: cut off without a goodbye

mod server;

pub use server::{Connection, Server};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio::task::JoinHandle;

pub struct Desk {
    server: Server,
    over: UnboundedSender<Connection>,
    reaper: JoinHandle<()>,
}

pub struct Session {
    connection: Option<Connection>,
    over: UnboundedSender<Connection>,
}

impl Desk {
    pub fn open(server: Server) -> Desk {
        let (over, mut sessions) = unbounded_channel::<Connection>();
        let reaper = tokio::spawn(async move {
            while let Some(connection) = sessions.recv().await {
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
        self.reaper.abort();
        let _ = self.reaper.await;
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
            let _ = self.over.send(connection);
        }
    }
}

#[cfg(test)]
mod check;
