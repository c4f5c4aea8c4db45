// Why it tempts: the race can be left at once, because the search runs in a task of its own.
// Why it fails: the race drops a handle. The task goes on, from shelf to shelf.
// Rejected by: the_search_ends_when_the_client_hangs_up
// Says: somebody goes on from shelf to shelf

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
            let library = library.clone();
            let search = tokio::spawn(async move { library.find(&title).await });
            let answer = tokio::select! {
                answer = search => answer.expect("a search does not panic"),
                gone = self.end_of_the_wire() => return gone,
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
