// In each poll: all that can be read is read, then the search gets its turn.

mod library;

pub use library::Library;
use std::future::poll_fn;
use std::io;
use std::pin::{Pin, pin};
use std::task::Poll;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt, DuplexStream, ReadBuf};

pub struct Desk {
    wire: DuplexStream,
    unread: Vec<u8>,
}

impl Desk {
    pub fn new(wire: DuplexStream) -> Desk {
        Desk { wire, unread: Vec::new() }
    }

    pub async fn serve(mut self, library: &Library) -> io::Result<()> {
        while let Some(title) = self.next_question().await? {
            let mut search = pin!(library.find(&title));
            let answer = poll_fn(|cx| {
                loop {
                    let mut room = [0; 32];
                    let mut room = ReadBuf::new(&mut room);
                    match Pin::new(&mut self.wire).poll_read(cx, &mut room) {
                        Poll::Ready(Ok(())) if room.filled().is_empty() => {
                            return Poll::Ready(None);
                        }
                        Poll::Ready(Ok(())) => self.unread.extend_from_slice(room.filled()),
                        Poll::Ready(Err(_)) => return Poll::Ready(None),
                        Poll::Pending => break,
                    }
                }
                search.as_mut().poll(cx).map(Some)
            });
            let Some(answer) = answer.await else {
                return Ok(());
            };
            self.wire.write_all(format!("{answer}\n").as_bytes()).await?;
        }
        Ok(())
    }

    async fn next_question(&mut self) -> io::Result<Option<String>> {
        loop {
            if let Some(end) = self.unread.iter().position(|byte| *byte == b'\n') {
                let line: Vec<u8> = self.unread.drain(..=end).collect();
                return Ok(Some(String::from_utf8_lossy(&line[..end]).into_owned()));
            }
            if self.wire.read_buf(&mut self.unread).await? == 0 {
                return Ok(None);
            }
        }
    }
}

#[cfg(test)]
mod check;
