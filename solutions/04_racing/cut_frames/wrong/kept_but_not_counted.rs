// Why it tempts: length and text are kept outside, and `read_exact` writes straight into them.
// Why it fails: the bytes of a `read_exact` that was dropped are in the array, and how many they
// were died with the future. The next `read_exact` begins at the front and writes over them.
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
    let mut length = [0; 2];
    // ANCHOR: mistake
    let mut text: Option<Vec<u8>> = None;
    loop {
        let part = text.as_deref_mut().unwrap_or(&mut length);
        select! {
            read = wire.read_exact(part) => match (read, text.take()) {
                (Ok(_), None) => text = Some(vec![0; u16::from_be_bytes(length).into()]),
                (Ok(_), Some(text)) => station.store(text),
                (Err(_), None) => return Ok(()),
                (Err(error), Some(_)) => return Err(error),
            },
            _ = beat.tick() => station.reassure_watchdog(),
        }
    }
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
