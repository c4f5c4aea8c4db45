// Why it tempts: questions that come meanwhile are put in a queue, and the race is run once more.
// Why it fails: the search is made in the branch, so each question that comes in throws it away and begins a
// new one. Who asks often enough is never answered.
// Rejected by: a_question_that_comes_during_a_search_waits_for_its_turn
// Says: searches had

mod library;

pub use library::Library;
use std::collections::VecDeque;
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
        let mut waiting = VecDeque::new();
        loop {
            let title = match waiting.pop_front() {
                Some(title) => title,
                None => match self.next_question().await? {
                    Some(title) => title,
                    None => return Ok(()),
                },
            };
            // ANCHOR: mistake
            let answer = loop {
                tokio::select! {
                    answer = library.find(&title) => break answer,
                    next = self.next_question() => match next? {
                        Some(next) => waiting.push_back(next),
                        None => return Ok(()),
                    },
                }
            };
            // ANCHOR_END: mistake
            self.wire.write_all(format!("{answer}\n").as_bytes()).await?;
        }
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
