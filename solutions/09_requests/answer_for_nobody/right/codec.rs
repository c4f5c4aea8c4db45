// A `Framed` keeps what it has read; questions that come during a search are put in a queue.

mod library;

use futures::{SinkExt, StreamExt};
pub use library::Library;
use std::collections::VecDeque;
use std::io;
use tokio::io::DuplexStream;
use tokio_util::codec::{Framed, LinesCodec, LinesCodecError};

pub struct Desk {
    lines: Framed<DuplexStream, LinesCodec>,
}

impl Desk {
    pub fn new(wire: DuplexStream) -> Desk {
        Desk { lines: Framed::new(wire, LinesCodec::new()) }
    }

    pub async fn serve(mut self, library: &Library) -> io::Result<()> {
        let mut waiting = VecDeque::new();
        loop {
            if waiting.is_empty() {
                match self.lines.next().await {
                    Some(title) => waiting.push_back(title.map_err(broken)?),
                    None => return Ok(()),
                }
            }
            let title = waiting.pop_front().expect("one has just been put there");
            // Half a line at the end of the wire comes out as a whole one, and then the end.
            let gone = async {
                while let Some(Ok(next)) = self.lines.next().await {
                    waiting.push_back(next);
                }
            };
            let answer = tokio::select! {
                answer = library.find(&title) => answer,
                () = gone => return Ok(()),
            };
            self.lines.send(answer).await.map_err(broken)?;
        }
    }
}

fn broken(error: LinesCodecError) -> io::Error {
    io::Error::other(error)
}

#[cfg(test)]
mod check;
