// The race is run once: on one side all the frames, on the other all the beats. Nobody drops a
// frame in the middle, because nothing is dropped before the wire has ended.

mod station;

pub use station::Station;
use std::io;
use std::time::Duration;
use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::{select, time::interval};

pub async fn receive(mut wire: DuplexStream, station: &Station) -> io::Result<()> {
    let frames = async {
        while let Some(text) = read_frame(&mut wire).await? {
            station.store(text);
        }
        Ok(())
    };
    let beats = async {
        let mut beat = interval(Duration::from_millis(100));
        loop {
            beat.tick().await;
            station.reassure_watchdog();
        }
    };
    select! {
        ended = frames => ended,
        () = beats => unreachable!("a beat follows every beat"),
    }
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
