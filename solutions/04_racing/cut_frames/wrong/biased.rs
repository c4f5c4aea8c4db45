// Why it tempts: "the frame must win": `biased;` asks the frame first, always.
// Why it fails: first asked is not first done. The frame is not complete when it is asked, the beat
// is, and the frame's future is dropped with what it has read.
// Rejected by: a_report_that_arrives_in_two_pieces_is_stored_whole
// Says: where is that half kept

mod station;

pub use station::Station;
use std::io;
use std::time::Duration;
use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::{select, time::interval};

pub async fn receive(mut wire: DuplexStream, station: &Station) -> io::Result<()> {
    let mut beat = interval(Duration::from_millis(100));
    loop {
        // ANCHOR: mistake
        select! {
            biased;
            frame = read_frame(&mut wire) => match frame? {
                Some(text) => station.store(text),
                None => return Ok(()),
            },
            _ = beat.tick() => station.reassure_watchdog(),
        }
        // ANCHOR_END: mistake
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
