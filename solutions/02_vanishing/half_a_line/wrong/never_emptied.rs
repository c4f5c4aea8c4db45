// Why it tempts: the buffer lives in `self` and is never cleared, so nothing can be lost.
// Why it fails: a line that was given out stays in the buffer, and comes again as the beginning
// of the next.
// Rejected by: every_line_is_given_once_and_in_order
// Says: this is about lines only

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
        let mut byte = [0];
        // ANCHOR: mistake
        while self.input.read(&mut byte).await? > 0 {
            if byte[0] == b'\n' {
                return text(self.line.clone()).map(Some);
            }
            self.line.push(byte[0]);
        }
        // ANCHOR_END: mistake
        if self.line.is_empty() { Ok(None) } else { text(std::mem::take(&mut self.line)).map(Some) }
    }
}

fn text(line: Vec<u8>) -> io::Result<String> {
    String::from_utf8(line).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

#[cfg(test)]
mod check;
