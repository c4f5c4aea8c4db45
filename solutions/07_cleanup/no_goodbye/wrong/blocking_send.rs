// Why it tempts: where `try_send` finds no room, `blocking_send` waits for it.
// Why it fails: it blocks the thread, and a thread that runs a runtime must not be blocked. tokio
// panics.
// Rejected by: a_session_that_is_over_has_been_closed_when_the_desk_has
// Says: Cannot block the current thread from within a runtime

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
            let _ = self.over.blocking_send(connection);
            // ANCHOR_END: mistake
        }
    }
}

#[cfg(test)]
mod check;
