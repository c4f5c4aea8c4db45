// Why it tempts: a client that is gone does not wait longer than a few minutes, so the search gets a limit.
// Why it fails: until then somebody searches for nobody, and who has the patience to wait longer gets no
// answer. Time says nothing about who is at the other end.
// Rejected by: the_search_ends_when_the_client_hangs_up
// Says: While a search is under way, who looks at the wire?

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
            let limit = std::time::Duration::from_secs(300);
            let Ok(answer) = tokio::time::timeout(limit, library.find(&title)).await else {
                return Ok(());
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
