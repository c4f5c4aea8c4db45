// Why it tempts: `FramedRead::next` is cancel-safe, its documentation says so.
// Why it fails: what makes it so is the buffer inside `FramedRead`. Here each turn makes a new one,
// and drops the last one with all that it had read, even whole frames.
// Rejected by: a_report_that_arrives_in_two_pieces_is_stored_whole
// Says: where is that half kept

mod station;

pub use station::Station;
use std::io;
use std::time::Duration;
use tokio::io::DuplexStream;
use tokio::{select, time::interval};
use tokio_stream::StreamExt;
use tokio_util::codec::LengthDelimitedCodec;

pub async fn receive(mut wire: DuplexStream, station: &Station) -> io::Result<()> {
    let mut beat = interval(Duration::from_millis(100));
    let mut codec = LengthDelimitedCodec::builder();
    codec.length_field_type::<u16>();
    loop {
        // ANCHOR: mistake
        let mut frames = codec.new_read(&mut wire);
        select! {
            frame = frames.next() => match frame {
                Some(text) => station.store(text?.to_vec()),
                None => return Ok(()),
            },
            _ = beat.tick() => station.reassure_watchdog(),
        }
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
