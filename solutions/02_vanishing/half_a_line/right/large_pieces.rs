// Reads into one buffer in `self`, as much as comes, and cuts lines off its front.

use std::io;
use tokio::io::{AsyncRead, AsyncReadExt};

pub struct LineReader<R> {
    input: R,
    bytes: Vec<u8>,
}

impl<R: AsyncRead + Unpin> LineReader<R> {
    pub fn new(input: R) -> LineReader<R> {
        LineReader { input, bytes: Vec::new() }
    }

    pub async fn next_line(&mut self) -> io::Result<Option<String>> {
        loop {
            if let Some(end) = self.bytes.iter().position(|byte| *byte == b'\n') {
                let mut line: Vec<u8> = self.bytes.drain(..=end).collect();
                line.pop();
                return text(line).map(Some);
            }
            if self.input.read_buf(&mut self.bytes).await? == 0 {
                break;
            }
        }
        if self.bytes.is_empty() {
            Ok(None)
        } else {
            text(std::mem::take(&mut self.bytes)).map(Some)
        }
    }
}

fn text(line: Vec<u8>) -> io::Result<String> {
    String::from_utf8(line).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

#[cfg(test)]
mod check;
