// The half-done work is a future, and the stream keeps it: `next` only borrows the stream.

use futures::StreamExt;
use futures::stream::{self, BoxStream};
use std::io;
use tokio::io::{AsyncRead, AsyncReadExt, BufReader};

pub struct LineReader {
    lines: BoxStream<'static, io::Result<String>>,
}

impl LineReader {
    pub fn new(input: impl AsyncRead + Unpin + Send + 'static) -> LineReader {
        let lines = stream::try_unfold(BufReader::new(input), async |mut input| {
            let mut line = Vec::new();
            let mut byte = [0];
            while input.read(&mut byte).await? > 0 && byte != *b"\n" {
                line.push(byte[0]);
            }
            let has_ended = line.is_empty() && byte != *b"\n";
            let line = String::from_utf8(line).map_err(io::Error::other)?;
            Ok((!has_ended).then_some((line, input)))
        });
        LineReader { lines: lines.boxed() }
    }

    pub async fn next_line(&mut self) -> io::Result<Option<String>> {
        self.lines.next().await.transpose()
    }
}

#[cfg(test)]
mod check;
