// tokio's own `Lines` keeps the beginning of a line in itself.

use std::io;
use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader, Lines};

pub struct LineReader<R> {
    lines: Lines<BufReader<R>>,
}

impl<R: AsyncRead + Unpin> LineReader<R> {
    pub fn new(input: R) -> LineReader<R> {
        LineReader { lines: BufReader::new(input).lines() }
    }

    pub async fn next_line(&mut self) -> io::Result<Option<String>> {
        self.lines.next_line().await
    }
}

#[cfg(test)]
mod check;
