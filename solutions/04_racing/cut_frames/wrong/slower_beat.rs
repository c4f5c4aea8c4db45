// Why it tempts: the beat is what tears the frames, so it is put off: 100 ms after the last news.
// Why it fails: on a wire where bytes keep coming, the beat never comes.
// Rejected by: the_watchdog_is_reassured_all_the_time
// Says: nobody reassured the watchdog

mod station;

pub use station::Station;
use std::io::{self, ErrorKind};
use std::time::Duration;
use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::{select, time::sleep};

pub async fn receive(mut wire: DuplexStream, station: &Station) -> io::Result<()> {
    let mut bytes = Vec::new();
    loop {
        // ANCHOR: mistake
        select! {
            read = wire.read_buf(&mut bytes) => {
                if read? == 0 {
                    let within = !bytes.is_empty();
                    return if within { Err(ErrorKind::UnexpectedEof.into()) } else { Ok(()) };
                }
                while let Some(text) = take_frame(&mut bytes) {
                    station.store(text);
                }
            }
            () = sleep(Duration::from_millis(100)) => station.reassure_watchdog(),
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
