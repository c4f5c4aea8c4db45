// Why it tempts: only the end of the wire is of interest, so what comes before it is read into a spare place.
// Why it fails: what is read is taken. The spare place held the next question.
// Rejected by: a_question_that_comes_during_a_search_waits_for_its_turn
// Says: (nothing, for an hour)

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
            let answer = tokio::select! {
                answer = library.find(&title) => answer,
                gone = self.end_of_the_wire() => return gone,
            };
            self.wire.write_all(format!("{answer}\n").as_bytes()).await?;
        }
        Ok(())
    }

    // ANCHOR: mistake
    async fn end_of_the_wire(&mut self) -> io::Result<()> {
        let mut spare = [0; 64];
        while self.wire.read(&mut spare).await? > 0 {}
        Ok(())
    }
    // ANCHOR_END: mistake

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
