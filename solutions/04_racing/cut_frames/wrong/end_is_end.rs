// Why it tempts: a stream of bytes that gives no more bytes is at its end.
// Why it fails: it may end in the middle of a frame. The bytes that are left over then are a report
// that was lost, and nobody hears of it.
// Rejected by: a_wire_that_ends_within_a_frame_is_an_error
// Says: Who will notice that a report is missing

mod station;

pub use station::Station;
use std::io;
use std::time::Duration;
use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::{select, time::interval};

pub async fn receive(mut wire: DuplexStream, station: &Station) -> io::Result<()> {
    let mut beat = interval(Duration::from_millis(100));
    let mut bytes = Vec::new();
    loop {
        // ANCHOR: mistake
        select! {
            read = wire.read_buf(&mut bytes) => {
                if read? == 0 {
                    return Ok(());
                }
                while let Some(text) = take_frame(&mut bytes) {
                    station.store(text);
                }
            }
            _ = beat.tick() => station.reassure_watchdog(),
        }
        // ANCHOR_END: mistake
    }
}

fn take_frame(bytes: &mut Vec<u8>) -> Option<Vec<u8>> {
    let (length, rest) = bytes.split_first_chunk::<2>()?;
    let length = usize::from(u16::from_be_bytes(*length));
    let text = rest.get(..length)?.to_vec();
    bytes.drain(..2 + length);
    Some(text)
}

#[cfg(test)]
mod check;
