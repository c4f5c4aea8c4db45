// A list behind a lock of `std`, held for a moment only, and a bell for the task that empties it.

mod server;

pub use server::{Connection, Server};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Notify;
use tokio::task::JoinHandle;

pub struct Desk {
    server: Server,
    over: Arc<Over>,
    reaper: JoinHandle<()>,
}

pub struct Session {
    connection: Option<Connection>,
    over: Arc<Over>,
}

struct Over {
    list: Mutex<Vec<Connection>>,
    bell: Notify,
}

impl Desk {
    pub fn open(server: Server) -> Desk {
        let over = Arc::new(Over { list: Mutex::default(), bell: Notify::new() });
        Desk { server, over: over.clone(), reaper: tokio::spawn(reap(over)) }
    }

    pub async fn session(&self) -> Session {
        Session { connection: Some(self.server.connect().await), over: self.over.clone() }
    }

    pub async fn close(self) {
        let over = self.over.clone();
        drop(self.over);
        over.bell.notify_one();
        drop(over);
        self.reaper.await.expect("closing does not panic");
    }
}

async fn reap(over: Arc<Over>) {
    loop {
        let connections = std::mem::take(&mut *lock(&over.list));
        let none = connections.is_empty();
        for connection in connections {
            connection.close().await;
        }
        // Nobody else is left who could put something on the list.
        if none && Arc::strong_count(&over) == 1 {
            return;
        }
        if none {
            over.bell.notified().await;
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
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
            lock(&self.over.list).push(connection);
            self.over.bell.notify_one();
        }
    }
}

#[cfg(test)]
mod check;
