// Why it tempts: a task that reads all the time sees the end at once, and it ends with the wire.
// Why it fails: so does the wire with it. If `serve` is dropped, the task holds the wire, and waits for
// a client who waits for an answer.
// Rejected by: wherever_serve_is_dropped_no_search_goes_on
// Says: What has `serve` left

mod library;

pub use library::Library;
use std::io;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, DuplexStream, split};
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

pub struct Desk {
    wire: DuplexStream,
}

impl Desk {
    pub fn new(wire: DuplexStream) -> Desk {
        Desk { wire }
    }

    pub async fn serve(self, library: &Library) -> io::Result<()> {
        let (from_client, mut to_client) = split(self.wire);
        let (put, mut questions) = mpsc::unbounded_channel();
        let gone = CancellationToken::new();
        // ANCHOR: mistake
        let end = gone.clone();
        tokio::spawn(async move {
            let mut lines = BufReader::new(from_client).lines();
            while let Ok(Some(line)) = lines.next_line().await {
                let _ = put.send(line);
            }
            end.cancel();
        });
        // ANCHOR_END: mistake
        let work = async {
            while let Some(title) = questions.recv().await {
                let answer = library.find(&title).await;
                to_client.write_all(format!("{answer}\n").as_bytes()).await?;
            }
            Ok(())
        };
        gone.run_until_cancelled(work).await.unwrap_or(Ok(()))
    }
}

#[cfg(test)]
mod check;
