// Why it tempts: `read_until` into a field keeps everything, and its 0 says that there is no more.
// Why it fails: 0 says that *this call* has read nothing. If an earlier call was dropped behind
// the last byte, the last line is in the field, and nobody looks there.
// Rejected by: nothing_is_lost_although_nothing_has_to_be_waited_for
// Says: and the call that came to the end of the pipe did not look there

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
        // ANCHOR: mistake
        if self.input.read_until(b'\n', &mut self.line).await? == 0 {
            return Ok(None);
        }
        // ANCHOR_END: mistake
        let mut line = std::mem::take(&mut self.line);
        if line.last() == Some(&b'\n') {
            line.pop();
        }
        text(line).map(Some)
    }
}

fn text(line: Vec<u8>) -> io::Result<String> {
    String::from_utf8(line).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

#[cfg(test)]
mod check;
