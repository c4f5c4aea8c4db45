// Why it tempts: a buffer that nobody owns cannot be dropped with its owner.
// Why it fails: there is one for all readers of the thread. The line of the bar begins with what
// the kitchen has read of its own.
// Rejected by: two_readers_do_not_mix_their_lines
// Says: the bar was sent "1 tonic" and has read

use std::cell::RefCell;
use std::io;
use tokio::io::{AsyncRead, AsyncReadExt, BufReader};

// ANCHOR: mistake
thread_local! {
    static LINE: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}
// ANCHOR_END: mistake

pub struct LineReader<R> {
    input: BufReader<R>,
}

impl<R: AsyncRead + Unpin> LineReader<R> {
    pub fn new(input: R) -> LineReader<R> {
        LineReader { input: BufReader::new(input) }
    }

    pub async fn next_line(&mut self) -> io::Result<Option<String>> {
        let mut byte = [0];
        while self.input.read(&mut byte).await? > 0 {
            if byte[0] == b'\n' {
                return text(LINE.take()).map(Some);
            }
            LINE.with_borrow_mut(|line| line.push(byte[0]));
        }
        let line = LINE.take();
        if line.is_empty() { Ok(None) } else { text(line).map(Some) }
    }
}

fn text(line: Vec<u8>) -> io::Result<String> {
    String::from_utf8(line).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

#[cfg(test)]
mod check;
