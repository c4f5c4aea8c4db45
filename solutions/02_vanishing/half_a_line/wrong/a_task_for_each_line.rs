// Why it tempts: a task reads the line and is not dropped with the call. Its handle is kept, and
// the next call waits for the same task.
// Why it fails: nothing is lost, and nothing ends. When the reader itself is dropped, so is the
// handle, and the task keeps the pipe and waits for the rest of a line.
// Rejected by: a_reader_that_is_dropped_hangs_up
// Says: Somebody still has its end of the pipe

use std::io;
use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader, Lines};
use tokio::task::JoinHandle;

pub struct LineReader<R> {
    lines: Option<Lines<BufReader<R>>>,
    reading: Option<Reading<R>>,
}

/// Gives back what it was lent, and the line.
type Reading<R> = JoinHandle<(Lines<BufReader<R>>, io::Result<Option<String>>)>;

impl<R: AsyncRead + Unpin + Send + 'static> LineReader<R> {
    pub fn new(input: R) -> LineReader<R> {
        LineReader { lines: Some(BufReader::new(input).lines()), reading: None }
    }

    pub async fn next_line(&mut self) -> io::Result<Option<String>> {
        // ANCHOR: mistake
        if let Some(mut lines) = self.lines.take() {
            self.reading = Some(tokio::spawn(async move {
                let line = lines.next_line().await;
                (lines, line)
            }));
        }
        let reading = self.reading.as_mut().expect("it has the lines, or we have them");
        let (lines, line) = reading.await.expect("it does not panic");
        self.lines = Some(lines);
        line
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
