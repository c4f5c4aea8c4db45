// A destructor cannot wait, but it can hand over what it owns to somebody who can. Sending into an
// unbounded channel is synchronous, cannot be refused for lack of room and needs no runtime. The
// task at the other end closes one connection after the other, and is done when nobody is left who
// could send: then the desk is closed and all sessions are over.

#[path = "../../exercises/07_cleanup/no_goodbye/src/server.rs"]
mod server;

pub use server::{Connection, Server};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::JoinHandle;

/// Hands out sessions with a server.
pub struct Desk {
    server: Server,
    over: UnboundedSender<Connection>,
    reaper: JoinHandle<()>,
}

/// A conversation. It may be dropped at any moment and on any thread.
pub struct Session {
    /// `None` only while it is being dropped.
    connection: Option<Connection>,
    over: UnboundedSender<Connection>,
}

impl Desk {
    /// Is called on the runtime that the desk is to work on.
    pub fn open(server: Server) -> Desk {
        let (over, sessions) = unbounded_channel();
        Desk { server, over, reaper: tokio::spawn(reap(sessions)) }
    }

    pub async fn session(&self) -> Session {
        let connection = Some(self.server.connect().await);
        Session { connection, over: self.over.clone() }
    }

    /// Returns when all sessions are over and their connections are closed.
    pub async fn close(self) {
        drop(self.over); // Or the reaper would wait for us as we wait for it.
        self.reaper.await.expect("closing a connection does not panic");
    }
}

async fn reap(mut sessions: UnboundedReceiver<Connection>) {
    while let Some(connection) = sessions.recv().await {
        connection.close().await;
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
            // Refused only when the runtime, and the reaper with it, is gone. Then nobody can wait
            // any more.
            let _ = self.over.send(connection);
        }
    }
}

#[cfg(test)]
#[path = "../../exercises/07_cleanup/no_goodbye/src/check.rs"]
mod check;
