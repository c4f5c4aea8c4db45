// Why it tempts: a `BufReader` keeps what was read, and it lives outside of the loop.
// Why it fails: it keeps what nobody has asked for yet. What `read_exact` has taken out of it is in
// the future that is dropped.
// Rejected by: a_report_that_arrives_in_two_pieces_is_stored_whole
// Says: where is that half kept

mod station;

pub use station::Station;
use std::io;
use std::time::Duration;
use tokio::io::{AsyncReadExt, BufReader, DuplexStream};
use tokio::{select, time::interval};

pub async fn receive(wire: DuplexStream, station: &Station) -> io::Result<()> {
    let mut beat = interval(Duration::from_millis(100));
    // ANCHOR: mistake
    let mut wire = BufReader::new(wire);
    // ANCHOR_END: mistake
    loop {
        select! {
            frame = read_frame(&mut wire) => match frame? {
                Some(text) => station.store(text),
                None => return Ok(()),
            },
            _ = beat.tick() => station.reassure_watchdog(),
        }
    }
}

async fn read_frame(wire: &mut BufReader<DuplexStream>) -> io::Result<Option<Vec<u8>>> {
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
