// Why it tempts: frames alone are read to their end, and the beat, in a task, needs no race. It is
// aborted on the last line.
// Why it fails: a dropped `receive` does not reach its last line. The task goes on to tell the
// watchdog that all is well, and nobody reads the wire.
// Rejected by: whoever_drops_it_gets_the_wire_back
// Says: LEFT RUNNING

mod station;

pub use station::Station;
use std::io;
use std::time::Duration;
use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::time::interval;

pub async fn receive(mut wire: DuplexStream, station: &Station) -> io::Result<()> {
    // ANCHOR: mistake
    let watched = station.clone();
    let beats = tokio::spawn(async move {
        let mut beat = interval(Duration::from_millis(100));
        loop {
            beat.tick().await;
            watched.reassure_watchdog();
        }
    });
    let ended = store_all(&mut wire, station).await;
    beats.abort();
    ended
    // ANCHOR_END: mistake
}

async fn store_all(wire: &mut DuplexStream, station: &Station) -> io::Result<()> {
    while let Some(text) = read_frame(wire).await? {
        station.store(text);
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
