// Why it tempts: a call that does not suspend cannot be dropped on its way.
// Why it fails: it asks again and again and keeps the thread. The sender never gets a turn, so
// the byte that it waits for never comes.
// Rejected by: nothing_is_lost_wherever_a_call_is_dropped
// Says: STUCK

use futures::FutureExt;
use std::io;
use tokio::io::{AsyncRead, AsyncReadExt, BufReader};

pub struct LineReader<R> {
    input: BufReader<R>,
}

impl<R: AsyncRead + Unpin> LineReader<R> {
    pub fn new(input: R) -> LineReader<R> {
        LineReader { input: BufReader::new(input) }
    }

    pub async fn next_line(&mut self) -> io::Result<Option<String>> {
        let mut line = Vec::new();
        let mut byte = [0];
        // ANCHOR: mistake
        loop {
            let read = match self.input.read(&mut byte).now_or_never() {
                Some(read) => read?,
                None => continue,
            };
            // ANCHOR_END: mistake
            match (read, byte[0]) {
                (0, _) => return if line.is_empty() { Ok(None) } else { text(line).map(Some) },
                (_, b'\n') => return text(line).map(Some),
                (_, byte) => line.push(byte),
            }
        }
    }
}

fn text(line: Vec<u8>) -> io::Result<String> {
    String::from_utf8(line).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

#[cfg(test)]
mod check;
