//! What the programs about requests share: a log that can be waited for, a port that is free, and
//! a client that says which bytes it sends and how it leaves.

use anyhow::Result;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::time::timeout;

/// Prints each line at once, and keeps it for whoever waits for it.
#[derive(Clone, Default)]
pub(crate) struct Log {
    lines: watch::Sender<Vec<String>>,
    silent: bool,
}

impl Log {
    pub(crate) fn silent() -> Log {
        Log { silent: true, ..Log::default() }
    }

    pub(crate) fn say(&self, line: &str) {
        if !self.silent {
            println!("{line}");
        }
        self.lines.send_modify(|lines| lines.push(line.to_owned()));
    }

    /// A guard that says `line` when it is dropped.
    pub(crate) fn at_drop(&self, line: &'static str) -> AtDrop {
        AtDrop(self.clone(), line)
    }

    pub(crate) fn has(&self, line: &str) -> bool {
        self.lines.borrow().iter().any(|said| said == line)
    }

    /// Waits until `line` is said, and forgets it and what was said before it.
    pub(crate) async fn until(&self, line: &str) {
        let mut lines = self.lines.subscribe();
        let said = lines.wait_for(|lines| lines.iter().any(|said| said == line));
        // On loopback, half a minute is for ever.
        let said = timeout(Duration::from_secs(30), said).await.is_ok();
        assert!(said, "nobody says {line:?}");
        self.lines.send_modify(|lines| {
            let place = lines.iter().position(|said| said == line);
            lines.drain(..=place.expect("it was there, and only this takes it away"));
        });
    }
}

pub(crate) struct AtDrop(Log, &'static str);

impl Drop for AtDrop {
    fn drop(&mut self) {
        self.0.say(self.1);
    }
}

/// A listener on a port that the system chooses, and the port.
pub(crate) async fn listen() -> Result<(TcpListener, u16)> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let port = listener.local_addr()?.port();
    Ok((listener, port))
}

/// Hangs up when it is dropped.
pub(crate) struct Client(TcpStream);

impl Client {
    pub(crate) async fn connect(port: u16) -> Result<Client> {
        Ok(Client(TcpStream::connect(("127.0.0.1", port)).await?))
    }

    /// In one write, so that the server finds all of it in one read.
    pub(crate) async fn send(&mut self, bytes: &str) -> Result<()> {
        Ok(self.0.write_all(bytes.as_bytes()).await?)
    }

    pub(crate) async fn get(&mut self, path: &str) -> Result<()> {
        self.send(&format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n")).await
    }

    /// Says that nothing more will be sent, and can still read.
    pub(crate) async fn half_close(mut self) -> Result<Client> {
        self.0.shutdown().await?;
        Ok(self)
    }

    /// Reads until the answer ends with `end`.
    pub(crate) async fn answer(&mut self, end: &str) -> Result<()> {
        let mut answer = Vec::new();
        while !answer.ends_with(end.as_bytes()) {
            let read = timeout(Duration::from_secs(30), self.0.read_buf(&mut answer)).await??;
            anyhow::ensure!(read > 0, "closed after {:?}", String::from_utf8_lossy(&answer));
        }
        Ok(())
    }
}
