// The search runs a race against the end of the wire. To see that end one has to read, and to read
// is to take what comes before it; so all that comes is put where the next question is looked for.
// The search is one future for the whole race: bytes that come in neither restart nor end it.

#[path = "../../exercises/09_requests/answer_for_nobody/src/library.rs"]
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
            let answer = tokio::select! {
                // The end first: for a client who went during an answer, no search is begun.
                biased;
                gone = self.end_of_the_wire() => return gone,
                answer = library.find(&title) => answer,
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
#[path = "../../exercises/09_requests/answer_for_nobody/src/check.rs"]
mod check;
