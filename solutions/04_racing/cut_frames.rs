// A future that loses the race is dropped, and what it holds is dropped with it. So no future holds
// bytes: they wait in `Frames`, which outlives every race. Each turn asks for some more bytes with
// a single read, which has either taken nothing or has put all that it took into the buffer; and a
// frame is taken out of the buffer without an `.await`, when the whole of it is there.

#[path = "../../exercises/04_racing/cut_frames/src/station.rs"]
mod station;

pub use station::Station;
use std::io::{self, ErrorKind};
use std::time::Duration;
use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::{select, time::interval};

/// Stores every report that comes over `wire`, and reassures the watchdog every 100 ms.
///
/// A report comes as a frame: two bytes that say how long its text is, the higher one first, and
/// then the text. If the wire ends after a whole frame, that is `Ok`; if it ends within one, it is
/// an error.
pub async fn receive(wire: DuplexStream, station: &Station) -> io::Result<()> {
    let mut frames = Frames { wire, bytes: Vec::new() };
    let mut beat = interval(Duration::from_millis(100));
    loop {
        select! {
            frame = frames.next() => match frame? {
                Some(text) => station.store(text),
                None => return Ok(()),
            },
            _ = beat.tick() => station.reassure_watchdog(),
        }
    }
}

struct Frames {
    wire: DuplexStream,
    /// Read, and not yet part of a whole frame.
    bytes: Vec<u8>,
}

impl Frames {
    /// The text of the next frame, or `None` if the wire has ended. Cancel-safe.
    async fn next(&mut self) -> io::Result<Option<Vec<u8>>> {
        loop {
            if let Some(text) = self.take_frame() {
                return Ok(Some(text));
            }
            if self.wire.read_buf(&mut self.bytes).await? == 0 {
                let within = !self.bytes.is_empty();
                return if within { Err(ErrorKind::UnexpectedEof.into()) } else { Ok(None) };
            }
        }
    }

    fn take_frame(&mut self) -> Option<Vec<u8>> {
        let (length, rest) = self.bytes.split_first_chunk::<2>()?;
        let length = usize::from(u16::from_be_bytes(*length));
        let text = rest.get(..length)?.to_vec();
        self.bytes.drain(..2 + length);
        Some(text)
    }
}

#[cfg(test)]
#[path = "../../exercises/04_racing/cut_frames/src/check.rs"]
mod check;
