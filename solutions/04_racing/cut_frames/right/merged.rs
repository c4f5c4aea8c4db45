// Frames and beats as one stream: nobody races, so nobody loses.

mod station;

use futures::stream::{self, StreamExt};
pub use station::Station;
use std::io;
use std::pin::pin;
use std::time::Duration;
use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::time::interval;

enum Event {
    Frame(io::Result<Option<Vec<u8>>>),
    Beat,
}

pub async fn receive(wire: DuplexStream, station: &Station) -> io::Result<()> {
    let frames = stream::unfold(wire, |mut wire| async {
        Some((Event::Frame(read_frame(&mut wire).await), wire))
    });
    let beats = stream::unfold(interval(Duration::from_millis(100)), |mut beat| async {
        beat.tick().await;
        Some((Event::Beat, beat))
    });
    let mut events = pin!(stream::select(frames, beats));
    while let Some(event) = events.next().await {
        match event {
            Event::Beat => station.reassure_watchdog(),
            Event::Frame(text) => match text? {
                Some(text) => station.store(text),
                None => break,
            },
        }
    }
    Ok(())
}

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
