// Why it tempts: the buffer outlives the race, and each time that bytes have come it is looked
// through for a frame.
// Why it fails: for one frame. If two came together, the second one waits for more bytes, and at the
// end of the wire it is still there.
// Rejected by: what_arrives_together_with_the_end_of_a_frame_belongs_to_the_next
// Says: a single read may bring two frames

mod station;

pub use station::Station;
use std::io::{self, ErrorKind};
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
                    let within = !bytes.is_empty();
                    return if within { Err(ErrorKind::UnexpectedEof.into()) } else { Ok(()) };
                }
                if let Some(text) = take_frame(&mut bytes) {
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
