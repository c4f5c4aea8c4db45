// Why it tempts: the search for this question is called off, and the loop goes on as after an answer.
// Why it fails: what the client has sent before it went is still there. A search is begun for each question of
// it, and each is called off again.
// Rejected by: a_client_that_hangs_up_behind_a_waiting_question_is_gone_too
// Says: What may `serve` still do for it?

mod library;

pub use library::Library;
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
            // ANCHOR: mistake
            let answer = tokio::select! {
                answer = library.find(&title) => answer,
                _gone = self.end_of_the_wire() => continue,
            };
            // ANCHOR_END: mistake
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
