// Why it tempts: a handle that aborts on drop leaves no task behind when a desk is dropped.
// Why it fails: a `close` that is dropped drops the desk, and what the task has not closed yet is cut
// off.
// Rejected by: a_close_that_nobody_waits_for_cuts_nobody_off
// Says: cut off without a goodbye

mod server;

pub use server::{Connection, Server};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio_util::task::AbortOnDropHandle;

pub struct Desk {
    server: Server,
    over: UnboundedSender<Connection>,
    reaper: AbortOnDropHandle<()>,
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
        // ANCHOR: mistake
        Desk { server, over, reaper: AbortOnDropHandle::new(reaper) }
        // ANCHOR_END: mistake
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
            let _ = self.over.send(connection);
        }
    }
}

#[cfg(test)]
mod check;
