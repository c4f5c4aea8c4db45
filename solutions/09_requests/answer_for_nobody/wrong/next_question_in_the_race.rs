// Why it tempts: `next_question` is cancel-safe, and says `None` if the client is gone.
// Why it fails: it says `Some` if there is another question. That question has been taken out of the wire,
// and the search has lost the race; both are gone.
// Rejected by: a_question_that_comes_during_a_search_waits_for_its_turn
// Says: Who has read them then, and where did he put them?

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
                next = self.next_question() => match next? {
                    Some(_) => continue,
                    None => return Ok(()),
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
