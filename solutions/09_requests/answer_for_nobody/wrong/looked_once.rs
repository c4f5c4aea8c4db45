// Why it tempts: one read during the search, and what it brings is kept.
// Why it fails: a client that sends another question is seen to be there, and then nobody looks any more. It
// hangs up behind its own question. Real servers have this blind spot.
// Rejected by: a_client_that_hangs_up_behind_a_waiting_question_is_gone_too
// Says: And until when?

mod library;

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
            // ANCHOR: mistake
            let mut search = pin!(library.find(&title));
            let answer = tokio::select! {
                answer = &mut search => answer,
                bytes = self.wire.read_buf(&mut self.unread) => match bytes? {
                    0 => return Ok(()),
                    _ => search.await,
                },
            };
            // ANCHOR_END: mistake
            self.wire.write_all(format!("{answer}\n").as_bytes()).await?;
        }
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
