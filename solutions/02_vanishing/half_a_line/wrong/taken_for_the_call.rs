// Why it tempts: the beginning is kept in `self` between calls, and a local is nicer to work
// with.
// Why it fails: it is taken out of `self` and put back at the end. A call that is dropped has
// taken it out and does not come to its end.
// Rejected by: nothing_is_lost_wherever_a_call_is_dropped
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
        let mut line = std::mem::take(&mut self.line);
        let mut byte = [0];
        loop {
            match self.input.read(&mut byte).await {
                Ok(0) => return if line.is_empty() { Ok(None) } else { text(line).map(Some) },
                Ok(_) if byte[0] == b'\n' => return text(line).map(Some),
                Ok(_) => line.push(byte[0]),
                Err(error) => {
                    self.line = line;
                    return Err(error);
                }
            }
        }
        // ANCHOR_END: mistake
    }
}

fn text(line: Vec<u8>) -> io::Result<String> {
    String::from_utf8(line).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

#[cfg(test)]
mod check;
