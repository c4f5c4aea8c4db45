// `FramedRead` keeps bytes and position for us. It must be the same one from turn to turn.

mod station;

pub use station::Station;
use std::io;
use std::time::Duration;
use tokio::io::DuplexStream;
use tokio::{select, time::interval};
use tokio_stream::StreamExt;
use tokio_util::codec::LengthDelimitedCodec;

pub async fn receive(wire: DuplexStream, station: &Station) -> io::Result<()> {
    let mut beat = interval(Duration::from_millis(100));
    let mut frames = LengthDelimitedCodec::builder().length_field_type::<u16>().new_read(wire);
    loop {
        select! {
            frame = frames.next() => match frame {
                Some(text) => station.store(text?.to_vec()),
                None => return Ok(()),
            },
            _ = beat.tick() => station.reassure_watchdog(),
        }
    }
}

#[cfg(test)]
mod check;
