// Why it tempts: the bytes are kept in a buffer that outlives the race.
// Why it fails: the length is taken out of the buffer, into a local, before the text is there. If
// the race is lost in between, the text that comes later has no length, and its first two bytes are
// taken for one.
// Rejected by: a_report_that_arrives_in_two_pieces_is_stored_whole
// Says: where is that half kept

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
        select! {
            frame = read_frame(&mut wire, &mut bytes) => match frame? {
                Some(text) => station.store(text),
                None => return Ok(()),
            },
            _ = beat.tick() => station.reassure_watchdog(),
        }
    }
}

async fn read_frame(wire: &mut DuplexStream, bytes: &mut Vec<u8>) -> io::Result<Option<Vec<u8>>> {
    // ANCHOR: mistake
    while bytes.len() < 2 {
        if wire.read_buf(bytes).await? == 0 {
            let within = !bytes.is_empty();
            return if within { Err(ErrorKind::UnexpectedEof.into()) } else { Ok(None) };
        }
    }
    let length: Vec<u8> = bytes.drain(..2).collect();
    let length = usize::from(u16::from_be_bytes([length[0], length[1]]));
    while bytes.len() < length {
        if wire.read_buf(bytes).await? == 0 {
            return Err(ErrorKind::UnexpectedEof.into());
        }
    }
    Ok(Some(bytes.drain(..length).collect()))
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
