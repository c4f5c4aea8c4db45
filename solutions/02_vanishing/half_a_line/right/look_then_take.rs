// Looks at what is there, and takes it only in the stretch of code that also keeps it.

use std::io;
use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader};

pub struct LineReader<R> {
    input: BufReader<R>,
    line: Vec<u8>,
}

impl<R: AsyncRead + Unpin> LineReader<R> {
    pub fn new(input: R) -> LineReader<R> {
        LineReader { input: BufReader::new(input), line: Vec::new() }
    }

    pub async fn next_line(&mut self) -> io::Result<Option<String>> {
        loop {
            let there = self.input.fill_buf().await?;
            if there.is_empty() {
                let line = std::mem::take(&mut self.line);
                return if line.is_empty() { Ok(None) } else { text(line).map(Some) };
            }
            let (piece, taken) = match there.iter().position(|byte| *byte == b'\n') {
                Some(end) => (&there[..end], end + 1),
                None => (there, there.len()),
            };
            let has_ended = taken > piece.len();
            self.line.extend_from_slice(piece);
            self.input.consume(taken);
            if has_ended {
                return text(std::mem::take(&mut self.line)).map(Some);
            }
        }
    }
}

fn text(line: Vec<u8>) -> io::Result<String> {
    String::from_utf8(line).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

#[cfg(test)]
mod check;
