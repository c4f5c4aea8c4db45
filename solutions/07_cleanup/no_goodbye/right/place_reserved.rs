// A bounded channel, and every session holds a place in it from its beginning, so there is room
// when it ends.

mod server;

pub use server::{Connection, Server};
use tokio::sync::mpsc::{OwnedPermit, Sender, channel};
use tokio::task::JoinHandle;

pub struct Desk {
    server: Server,
    over: Sender<Connection>,
    reaper: JoinHandle<()>,
}

pub struct Session {
    connection: Option<Connection>,
    place: Option<OwnedPermit<Connection>>,
}

impl Desk {
    pub fn open(server: Server) -> Desk {
        let (over, mut sessions) = channel::<Connection>(4096);
        let reaper = tokio::spawn(async move {
            while let Some(connection) = sessions.recv().await {
                connection.close().await;
            }
        });
        Desk { server, over, reaper }
    }

    pub async fn session(&self) -> Session {
        let place = self.over.clone().reserve_owned().await.ok();
        Session { connection: Some(self.server.connect().await), place }
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
        if let (Some(connection), Some(place)) = (self.connection.take(), self.place.take()) {
            place.send(connection);
        }
    }
}

#[cfg(test)]
mod check;
