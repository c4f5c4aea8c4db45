//! The server. Given: nothing to change here.

use probe::Trace;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread::{self, ThreadId};
use std::time::Duration;
use tokio::task::yield_now;
use tokio::time::sleep;

/// Has some thousands of places, so a connection that is left without a goodbye is missed: its place
/// stays taken for an hour.
#[derive(Clone)]
pub struct Server {
    log: Trace,
    connected: Arc<AtomicUsize>,
    thread: ThreadId,
}

pub struct Connection {
    server: Server,
    number: usize,
    closed: bool,
}

impl Server {
    pub fn start() -> Server {
        Server { log: Trace::new(), connected: Arc::default(), thread: thread::current().id() }
    }

    pub fn log(&self) -> &Trace {
        &self.log
    }

    /// How many connections there have been; they are numbered from 1.
    pub fn connected(&self) -> usize {
        self.connected.load(Relaxed)
    }
}

// ANCHOR: connection
impl Server {
    /// Dropped before it returns, it has not connected.
    pub async fn connect(&self) -> Connection {
        yield_now().await;
        let number = self.connected.fetch_add(1, Relaxed) + 1;
        self.log.note(format!("{number} connected"));
        Connection { server: self.clone(), number, closed: false }
    }
}

impl Connection {
    pub async fn ask(&mut self, question: &str) {
        yield_now().await;
        self.note(question);
    }

    /// Says goodbye, and waits until the server has said it too. That takes a second.
    pub async fn close(mut self) {
        sleep(Duration::from_secs(1)).await;
        self.closed = true;
        self.note("closed");
    }
}
// ANCHOR_END: connection

impl Connection {
    fn note(&self, what: &str) {
        let elsewhere = thread::current().id() != self.server.thread;
        let by = if elsewhere { " by another thread" } else { "" };
        self.server.log.note(format!("{} {what}{by}", self.number));
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        if !self.closed {
            self.server.log.note(format!("{} cut off", self.number));
        }
    }
}
