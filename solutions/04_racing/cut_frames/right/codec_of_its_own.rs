// `FramedRead` with a decoder that takes nothing out of the buffer before the whole frame is there.

mod station;

pub use station::Station;
use std::io;
use std::time::Duration;
use tokio::io::DuplexStream;
use tokio::{select, time::interval};
use tokio_stream::StreamExt;
use tokio_util::bytes::{Buf, BytesMut};
use tokio_util::codec::{Decoder, FramedRead};

struct Reports;

impl Decoder for Reports {
    type Item = Vec<u8>;
    type Error = io::Error;

    fn decode(&mut self, bytes: &mut BytesMut) -> io::Result<Option<Vec<u8>>> {
        let Some((length, rest)) = bytes.split_first_chunk::<2>() else { return Ok(None) };
        let length = usize::from(u16::from_be_bytes(*length));
        let Some(text) = rest.get(..length).map(<[u8]>::to_vec) else { return Ok(None) };
        bytes.advance(2 + length);
        Ok(Some(text))
    }
}

pub async fn receive(wire: DuplexStream, station: &Station) -> io::Result<()> {
    let mut beat = interval(Duration::from_millis(100));
    let mut frames = FramedRead::new(wire, Reports);
    loop {
        select! {
            frame = frames.next() => match frame {
                Some(text) => station.store(text?),
                None => return Ok(()),
            },
            _ = beat.tick() => station.reassure_watchdog(),
        }
    }
}

#[cfg(test)]
mod check;
