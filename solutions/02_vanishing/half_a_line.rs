// A line that is not complete lives in `self`, and so it outlives the call that began it. Only a
// line that has ended leaves, in the same stretch of code that returns it: there is no `.await`
// between the two. The buffer of `BufReader` was never in danger, since it lies behind `&mut
// self` too.

use std::io;
use tokio::io::{AsyncRead, AsyncReadExt, BufReader};

/// Reads lines from anything that gives bytes.
pub struct LineReader<R> {
    input: BufReader<R>,
    /// The beginning of the next line, as far as it has been read.
    line: Vec<u8>,
}

impl<R: AsyncRead + Unpin> LineReader<R> {
    pub fn new(input: R) -> LineReader<R> {
        LineReader { input: BufReader::new(input), line: Vec::new() }
    }

    /// The next line, without its `\n`, as soon as it has ended; `None` if there are no more.
    /// The last line may end without a `\n`.
    ///
    /// Cancel-safe: a call that is dropped loses nothing, and the next one gives the whole line.
    pub async fn next_line(&mut self) -> io::Result<Option<String>> {
        let mut byte = [0];
        while self.input.read(&mut byte).await? > 0 {
            if byte[0] == b'\n' {
                return text(std::mem::take(&mut self.line)).map(Some);
            }
            self.line.push(byte[0]);
        }
        if self.line.is_empty() { Ok(None) } else { text(std::mem::take(&mut self.line)).map(Some) }
    }
}

fn text(line: Vec<u8>) -> io::Result<String> {
    String::from_utf8(line).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

#[cfg(test)]
#[path = "../../exercises/02_vanishing/half_a_line/src/check.rs"]
mod check;
