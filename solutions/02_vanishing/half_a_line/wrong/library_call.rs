// Why it tempts: no loop of our own any more: `read_until` does it, and keeps what it has in the
// `Vec`.
// Why it fails: the `Vec` is a local of `next_line`. What `read_until` has saved in it is dropped
// with it.
// Rejected by: nothing_is_lost_wherever_a_call_is_dropped
// Says: Where were they kept at that moment

use std::io;
use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader};

pub struct LineReader<R> {
    input: BufReader<R>,
}

impl<R: AsyncRead + Unpin> LineReader<R> {
    pub fn new(input: R) -> LineReader<R> {
        LineReader { input: BufReader::new(input) }
    }

    pub async fn next_line(&mut self) -> io::Result<Option<String>> {
        // ANCHOR: mistake
        let mut line = Vec::new();
        self.input.read_until(b'\n', &mut line).await?;
        // ANCHOR_END: mistake
        if line.is_empty() {
            return Ok(None);
        }
        if line.last() == Some(&b'\n') {
            line.pop();
        }
        text(line).map(Some)
    }
}

fn text(line: Vec<u8>) -> io::Result<String> {
    String::from_utf8(line).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

#[cfg(test)]
mod check;
