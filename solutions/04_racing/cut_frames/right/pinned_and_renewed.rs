// The same future from turn to turn, polled by reference, and a new one when it is done. It owns
// the wire meanwhile and gives it back.

mod station;

pub use station::Station;
use std::io;
use std::time::Duration;
use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::{select, time::interval};

pub async fn receive(wire: DuplexStream, station: &Station) -> io::Result<()> {
    let mut beat = interval(Duration::from_millis(100));
    let mut reading = Box::pin(read_and_return(wire));
    loop {
        select! {
            (frame, wire) = &mut reading => {
                match frame? {
                    Some(text) => station.store(text),
                    None => return Ok(()),
                }
                reading.set(read_and_return(wire));
            }
            _ = beat.tick() => station.reassure_watchdog(),
        }
    }
}

async fn read_and_return(mut wire: DuplexStream) -> (io::Result<Option<Vec<u8>>>, DuplexStream) {
    (read_frame(&mut wire).await, wire)
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
