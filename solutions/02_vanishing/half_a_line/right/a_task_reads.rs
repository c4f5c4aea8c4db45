// A task of its own reads and is never cancelled by the caller; `recv` is cancel-safe. The task
// ends with the reader, because the `JoinSet` aborts it.

use std::io;
use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader};
use tokio::sync::mpsc::{self, Receiver};
use tokio::task::JoinSet;

pub struct LineReader {
    lines: Receiver<io::Result<String>>,
    _task: JoinSet<()>,
}

impl LineReader {
    pub fn new(input: impl AsyncRead + Unpin + Send + 'static) -> LineReader {
        let (sender, lines) = mpsc::channel(1);
        let mut task = JoinSet::new();
        task.spawn(async move {
            let mut input = BufReader::new(input).lines();
            while let Some(line) = input.next_line().await.transpose() {
                if sender.send(line).await.is_err() {
                    return;
                }
            }
        });
        LineReader { lines, _task: task }
    }

    pub async fn next_line(&mut self) -> io::Result<Option<String>> {
        self.lines.recv().await.transpose()
    }
}

#[cfg(test)]
mod check;
