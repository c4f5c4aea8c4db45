// Why it tempts: `read_to_end` into a buffer of our own keeps what it has read, so nothing can be
// lost.
// Why it fails: it returns when the other side hangs up. Until then the kitchen sees no order at
// all.
// Rejected by: a_line_is_given_as_soon_as_it_has_ended
// Says: waits for something else

use std::io;
use tokio::io::{AsyncRead, AsyncReadExt, BufReader};

pub struct LineReader<R> {
    input: BufReader<R>,
    line: Vec<u8>,
}

impl<R: AsyncRead + Unpin> LineReader<R> {
    pub fn new(input: R) -> LineReader<R> {
        LineReader { input: BufReader::new(input), line: Vec::new() }
    }

    pub async fn next_line(&mut self) -> io::Result<Option<String>> {
        // ANCHOR: mistake
        self.input.read_to_end(&mut self.line).await?;
        // ANCHOR_END: mistake
        if self.line.is_empty() {
            return Ok(None);
        }
        let end = self.line.iter().position(|byte| *byte == b'\n').unwrap_or(self.line.len());
        let mut line: Vec<u8> = self.line.drain(..self.line.len().min(end + 1)).collect();
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
