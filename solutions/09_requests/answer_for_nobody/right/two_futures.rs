// No `select!`: two futures, and a function that waits for either.

mod library;

use futures::future::{Either, select};
pub use library::Library;
use std::io;
use std::pin::pin;
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
            let answer = {
                let search = pin!(library.find(&title));
                let end = pin!(self.end_of_the_wire());
                match select(search, end).await {
                    Either::Left((answer, _)) => answer,
                    Either::Right((gone, _)) => return gone,
                }
            };
            self.wire.write_all(format!("{answer}\n").as_bytes()).await?;
        }
        Ok(())
    }

    /// Waits until the client has ended its side, and keeps all that comes before.
    async fn end_of_the_wire(&mut self) -> io::Result<()> {
        // A server for strangers would stop reading here when `unread` has become large.
        while self.wire.read_buf(&mut self.unread).await? > 0 {}
        Ok(())
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
