// The task at the other end lets the goodbyes run side by side, so a thousand take one second.

mod server;

pub use server::{Connection, Server};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio::task::{JoinHandle, JoinSet};

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
            let mut goodbyes = JoinSet::new();
            while let Some(connection) = sessions.recv().await {
                goodbyes.spawn(connection.close());
                while goodbyes.try_join_next().is_some() {}
            }
            goodbyes.join_all().await;
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
            let _ = self.over.send(connection);
        }
    }
}

#[cfg(test)]
mod check;
