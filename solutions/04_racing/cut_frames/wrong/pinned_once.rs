// Why it tempts: the future lives outside of the loop and is raced by `&mut`: losing does not drop
// it.
// Why it fails: it is done after one frame. The next turn polls a future that has ended, and that
// panics.
// Rejected by: every_report_is_stored_once_and_in_order
// Says: resumed after completion

mod station;

pub use station::Station;
use std::io;
use std::pin::pin;
use std::time::Duration;
use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::{select, time::interval};

pub async fn receive(mut wire: DuplexStream, station: &Station) -> io::Result<()> {
    let mut beat = interval(Duration::from_millis(100));
    // ANCHOR: mistake
    let mut frame = pin!(read_frame(&mut wire));
    loop {
        select! {
            frame = &mut frame => match frame? {
                Some(text) => station.store(text),
                None => return Ok(()),
            },
            _ = beat.tick() => station.reassure_watchdog(),
        }
    }
    // ANCHOR_END: mistake
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
