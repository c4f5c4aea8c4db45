// `FramedRead` holds the buffer, and a codec cuts it into lines.

use std::io;
use tokio::io::AsyncRead;
use tokio_stream::StreamExt;
use tokio_util::codec::{FramedRead, LinesCodec};

pub struct LineReader<R> {
    lines: FramedRead<R, LinesCodec>,
}

impl<R: AsyncRead + Unpin> LineReader<R> {
    pub fn new(input: R) -> LineReader<R> {
        LineReader { lines: FramedRead::new(input, LinesCodec::new()) }
    }

    pub async fn next_line(&mut self) -> io::Result<Option<String>> {
        let line = self.lines.next().await.transpose();
        line.map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
    }
}

#[cfg(test)]
mod check;
