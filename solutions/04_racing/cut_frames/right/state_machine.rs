// The branch reads into the free rest of what is being read, and how far that came is counted
// outside. Nothing is in the future that loses.

mod station;

pub use station::Station;
use std::io::{self, ErrorKind};
use std::time::Duration;
use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::{select, time::interval};

enum Part {
    Length([u8; 2]),
    Text(Vec<u8>),
}

pub async fn receive(mut wire: DuplexStream, station: &Station) -> io::Result<()> {
    let mut beat = interval(Duration::from_millis(100));
    let mut part = Part::Length([0; 2]);
    let mut filled = 0;
    loop {
        let free = match &mut part {
            Part::Length(length) => &mut length[filled..],
            Part::Text(text) => &mut text[filled..],
        };
        if free.is_empty() {
            filled = 0;
            part = match part {
                Part::Length(length) => Part::Text(vec![0; u16::from_be_bytes(length).into()]),
                Part::Text(text) => {
                    station.store(text);
                    Part::Length([0; 2])
                }
            };
            continue;
        }
        select! {
            read = wire.read(free) => match (read?, filled, &part) {
                (0, 0, Part::Length(_)) => return Ok(()),
                (0, ..) => return Err(ErrorKind::UnexpectedEof.into()),
                (read, ..) => filled += read,
            },
            _ = beat.tick() => station.reassure_watchdog(),
        }
    }
}

#[cfg(test)]
mod check;
