// Why it tempts: the line lives in `self`, and the loop ends when there is nothing more to read.
// Why it fails: it ends at an error too. Half a line is given out as a whole one, or the end is
// reported where the wire has broken.
// Rejected by: what_goes_wrong_is_an_error_and_not_a_line
// Says: the wire broke in the middle of a line

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
        let mut byte = [0];
        while let Ok(1) = self.input.read(&mut byte).await {
            if byte[0] == b'\n' {
                return text(std::mem::take(&mut self.line)).map(Some);
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
