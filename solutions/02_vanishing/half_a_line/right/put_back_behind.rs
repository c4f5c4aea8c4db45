// A destructor puts the bytes back, behind those that earlier calls have put there.

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
        let mut line = PutBack { bytes: Vec::new(), place: &mut self.line };
        let mut byte = [0];
        while self.input.read(&mut byte).await? > 0 {
            if byte[0] == b'\n' {
                return text(line.finish()).map(Some);
            }
            line.bytes.push(byte[0]);
        }
        let line = line.finish();
        if line.is_empty() { Ok(None) } else { text(line).map(Some) }
    }
}

struct PutBack<'a> {
    bytes: Vec<u8>,
    place: &'a mut Vec<u8>,
}

impl PutBack<'_> {
    fn finish(&mut self) -> Vec<u8> {
        let mut line = std::mem::take(self.place);
        line.append(&mut self.bytes);
        line
    }
}

impl Drop for PutBack<'_> {
    fn drop(&mut self) {
        self.place.append(&mut self.bytes);
    }
}

fn text(line: Vec<u8>) -> io::Result<String> {
    String::from_utf8(line).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

#[cfg(test)]
mod check;
