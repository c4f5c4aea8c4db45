// What is read ahead has a bound, and beyond it a blind spot: a server for strangers.

mod library;

pub use library::Library;
use std::future::pending;
use std::io;
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream};

pub struct Desk {
    wire: DuplexStream,
    unread: Vec<u8>,
}

impl Desk {
    pub fn new(wire: DuplexStream) -> Desk {
        Desk { wire, unread: Vec::new() }
    }

    pub async fn serve(mut self, library: &Library) -> io::Result<()> {
        while let Some(title) = self.next_question().await? {
            let answer = tokio::select! {
                answer = library.find(&title) => answer,
                gone = self.end_of_the_wire() => return gone,
            };
            self.wire.write_all(format!("{answer}\n").as_bytes()).await?;
        }
        Ok(())
    }

    /// Reads ahead, but no more than a client may fairly send. Beyond that it looks no more.
    async fn end_of_the_wire(&mut self) -> io::Result<()> {
        while self.unread.len() < 1024 {
            if self.wire.read_buf(&mut self.unread).await? == 0 {
                return Ok(());
            }
        }
        pending().await
    }

    async fn next_question(&mut self) -> io::Result<Option<String>> {
        loop {
            if let Some(end) = self.unread.iter().position(|byte| *byte == b'\n') {
                let line: Vec<u8> = self.unread.drain(..=end).collect();
                return Ok(Some(String::from_utf8_lossy(&line[..end]).into_owned()));
            }
            if self.wire.read_buf(&mut self.unread).await? == 0 {
                return Ok(None);
            }
        }
    }
}

#[cfg(test)]
mod check;
