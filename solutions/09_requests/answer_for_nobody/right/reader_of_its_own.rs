// A task reads all the time, and its channel closes when the wire ends. The set aborts it.

mod library;

pub use library::Library;
use std::io;
use std::pin::pin;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, DuplexStream, split};
use tokio::sync::mpsc;
use tokio::task::JoinSet;
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
        let mut reader = JoinSet::new();
        reader.spawn({
            let guard = gone.clone().drop_guard();
            async move {
                let _guard = guard;
                let mut lines = BufReader::new(from_client).lines();
                while let Ok(Some(line)) = lines.next_line().await {
                    if put.send(line).is_err() {
                        break;
                    }
                }
            }
        });
        let work = async {
            while let Some(title) = questions.recv().await {
                let answer = library.find(&title).await;
                to_client.write_all(format!("{answer}\n").as_bytes()).await?;
            }
            Ok(())
        };
        let work = pin!(work);
        gone.run_until_cancelled(work).await.unwrap_or(Ok(()))
    }
}

#[cfg(test)]
mod check;
