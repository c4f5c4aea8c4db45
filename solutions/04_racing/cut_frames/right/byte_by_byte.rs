// A single byte cannot be torn: each comes by itself, and is put away before the next race.

mod station;

pub use station::Station;
use std::io::{self, ErrorKind};
use std::time::Duration;
use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::{select, time::interval};

pub async fn receive(mut wire: DuplexStream, station: &Station) -> io::Result<()> {
    let mut beat = interval(Duration::from_millis(100));
    let mut bytes: Vec<u8> = Vec::new();
    loop {
        select! {
            byte = wire.read_u8() => match byte {
                Ok(byte) => bytes.push(byte),
                Err(error) if error.kind() == ErrorKind::UnexpectedEof && bytes.is_empty() => {
                    return Ok(());
                }
                Err(error) => return Err(error),
            },
            _ = beat.tick() => station.reassure_watchdog(),
        }
        if let Some((length, text)) = bytes.split_first_chunk::<2>()
            && text.len() == usize::from(u16::from_be_bytes(*length))
        {
            station.store(text.to_vec());
            bytes.clear();
        }
    }
}

#[cfg(test)]
mod check;
