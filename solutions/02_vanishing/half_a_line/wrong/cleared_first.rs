// Why it tempts: the buffer lives in `self` now, and a new line begins with an empty buffer.
// Why it fails: the next call is not always for a new line. It may be for the rest of the one
// that was dropped, and throws its beginning away.
// Rejected by: who_looks_up_every_second_still_gets_whole_lines
// Says: Where were they kept at that moment

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
        self.line.clear();
        let mut byte = [0];
        while self.input.read(&mut byte).await? > 0 {
            // ANCHOR_END: mistake
            if byte[0] == b'\n' {
                return text(self.line.clone()).map(Some);
            }
            self.line.push(byte[0]);
        }
        if self.line.is_empty() { Ok(None) } else { text(self.line.clone()).map(Some) }
    }
}

fn text(line: Vec<u8>) -> io::Result<String> {
    String::from_utf8(line).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

#[cfg(test)]
mod check;
