// Why it tempts: the `String` lives in `self`, so what was read of a line outlives the call.
// Why it fails: `read_line` moves the text out of the `String` and into its own future while it
// works, and puts it back when it is done. Dropped in between, it leaves an empty `String`.
// Rejected by: nothing_is_lost_wherever_a_call_is_dropped
// Says: Where were they kept at that moment

use std::io;
use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader};

pub struct LineReader<R> {
    input: BufReader<R>,
    line: String,
}

impl<R: AsyncRead + Unpin> LineReader<R> {
    pub fn new(input: R) -> LineReader<R> {
        LineReader { input: BufReader::new(input), line: String::new() }
    }

    pub async fn next_line(&mut self) -> io::Result<Option<String>> {
        // ANCHOR: mistake
        self.input.read_line(&mut self.line).await?;
        let line = std::mem::take(&mut self.line);
        // ANCHOR_END: mistake
        if line.is_empty() {
            return Ok(None);
        }
        Ok(Some(line.strip_suffix('\n').unwrap_or(&line).to_owned()))
    }
}

#[cfg(test)]
mod check;
