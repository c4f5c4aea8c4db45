// Why it tempts: a list needs no task and no runtime, and the desk empties it when it closes.
// Why it fails: a desk that is open for a month keeps every place of that month taken.
// Rejected by: places_come_free_while_the_desk_is_open
// Says: nobody has closed connection 1

mod server;

pub use server::{Connection, Server};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

pub struct Desk {
    server: Server,
    over: UnboundedSender<Connection>,
    list: UnboundedReceiver<Connection>,
}

pub struct Session {
    connection: Option<Connection>,
    over: UnboundedSender<Connection>,
}

impl Desk {
    pub fn open(server: Server) -> Desk {
        let (over, list) = unbounded_channel();
        Desk { server, over, list }
    }

    pub async fn session(&self) -> Session {
        let connection = Some(self.server.connect().await);
        Session { connection, over: self.over.clone() }
    }

    // ANCHOR: mistake
    pub async fn close(mut self) {
        drop(self.over);
        while let Some(connection) = self.list.recv().await {
            connection.close().await;
        }
    }
    // ANCHOR_END: mistake
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
