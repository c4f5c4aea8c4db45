// Why it tempts: nothing can be torn if it is not taken apart before all of it is there.
// Why it fails: the wire stays open for weeks, and until then no report is stored. Whoever drops
// `receive` drops all of them.
// Rejected by: a_report_is_stored_when_its_last_byte_has_arrived
// Says: The wire may stay open for weeks

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
            read = wire.read_buf(&mut bytes) => if read? == 0 {
                while let Some(text) = take_frame(&mut bytes) {
                    station.store(text);
                }
                let within = !bytes.is_empty();
                return if within { Err(ErrorKind::UnexpectedEof.into()) } else { Ok(()) };
            },
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
