// Why it tempts: a handler is not raced, so whatever is read there is read to its end.
// Why it fails: the other branches wait while a handler runs. As long as a text is on its way,
// nobody reassures the watchdog.
// Rejected by: the_watchdog_is_reassured_all_the_time
// Says: it has switched the station off

mod station;

pub use station::Station;
use std::io;
use std::time::Duration;
use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::{select, time::interval};

pub async fn receive(mut wire: DuplexStream, station: &Station) -> io::Result<()> {
    let mut beat = interval(Duration::from_millis(100));
    loop {
        let mut length = [0; 2];
        // ANCHOR: mistake
        select! {
            // Reads one byte or none, so there is nothing to lose.
            first = wire.read(&mut length[..1]) => {
                if first? == 0 {
                    return Ok(());
                }
                wire.read_exact(&mut length[1..]).await?;
                let mut text = vec![0; u16::from_be_bytes(length).into()];
                wire.read_exact(&mut text).await?;
                station.store(text);
            }
            _ = beat.tick() => station.reassure_watchdog(),
        }
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
