mod library;

pub use library::Library;
use std::io;
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream};

/// The desk at our end of a wire. A line that comes in is a question, and a line goes back.
pub struct Desk {
    wire: DuplexStream,
    /// What has been read and not been used yet.
    unread: Vec<u8>,
}

impl Desk {
    pub fn new(wire: DuplexStream) -> Desk {
        Desk { wire, unread: Vec::new() }
    }

    /// Answers one question after the other, in the order in which they come. A client need not
    /// wait for an answer before it asks again: what comes during a search has its turn later.
    ///
    /// **A client that has ended its side of the wire is gone**, whatever it has sent before. The
    /// search for it ends at once, no other is begun, and `serve` returns `Ok`. An answer that
    /// cannot be written any more is an error.
    pub async fn serve(mut self, library: &Library) -> io::Result<()> {
        while let Some(title) = self.next_question().await? {
            // TODO: notice during the search that the client is gone.
            let answer = library.find(&title).await;
            self.wire.write_all(format!("{answer}\n").as_bytes()).await?;
        }
        Ok(())
    }

    /// The next line; `None` if the client has ended its side.
    ///
    /// Cancel-safe: what was read is in `unread`.
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
