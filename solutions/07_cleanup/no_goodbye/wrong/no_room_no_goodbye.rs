// Why it tempts: a bounded channel is the polite one, and `try_send` does not wait.
// Why it fails: it does not wait, so it gives up when the channel is full, and the connection that
// it gives back is dropped. Sessions end in bursts when they are cancelled: all of one server, all
// of one shutdown.
// Rejected by: a_thousand_that_end_at_once_are_all_closed
// Says: 984 were cut off

mod server;

pub use server::{Connection, Server};
use tokio::sync::mpsc::{Sender, channel};
use tokio::task::JoinHandle;

pub struct Desk {
    server: Server,
    over: Sender<Connection>,
    reaper: JoinHandle<()>,
}

pub struct Session {
    connection: Option<Connection>,
    over: Sender<Connection>,
}

impl Desk {
    pub fn open(server: Server) -> Desk {
        let (over, mut sessions) = channel::<Connection>(16);
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
        drop(self.over);
        self.reaper.await.expect("closing does not panic");
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
            let _ = self.over.try_send(connection);
            // ANCHOR_END: mistake
        }
    }
}

#[cfg(test)]
mod check;
