mod station;

pub use station::Station;
use std::io;
use std::time::Duration;
use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::{select, time::interval};

/// Stores every report that comes over `wire`, and reassures the watchdog every 100 ms.
///
/// A report comes as a frame: two bytes that say how long its text is, the higher one first, and
/// then the text. If the wire ends after a whole frame, that is `Ok`; if it ends within one, it is
/// an error.
pub async fn receive(mut wire: DuplexStream, station: &Station) -> io::Result<()> {
    let mut beat = interval(Duration::from_millis(100));
    loop {
        select! {
            // TODO: store each report whole, also when a beat comes in the middle of its frame.
            frame = read_frame(&mut wire) => match frame? {
                Some(text) => station.store(text),
                None => return Ok(()),
            },
            _ = beat.tick() => station.reassure_watchdog(),
        }
    }
}

/// The text of the next frame, or `None` if the wire has ended.
async fn read_frame(wire: &mut DuplexStream) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; 2];
    if wire.read(&mut length[..1]).await? == 0 {
        return Ok(None);
    }
    wire.read_exact(&mut length[1..]).await?;
    let mut text = vec![0; u16::from_be_bytes(length).into()];
    wire.read_exact(&mut text).await?;
    Ok(Some(text))
}

#[cfg(test)]
mod check;
