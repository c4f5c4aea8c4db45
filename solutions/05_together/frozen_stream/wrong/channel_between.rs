// Why it tempts: printing goes into a loop of its own, with a channel in between, and both are
// joined.
// Why it fails: as soon as the channel is full, `send` waits for the printer, and the loop that
// polls the stream waits for `send`. It is the old body with another name.
// Rejected by: no_photo_is_missing_because_the_printer_is_slow
// Says: was given up after

mod lab;

use anyhow::Result;
use futures::stream::{self, StreamExt};
pub use lab::{Photo, Printer, Server};
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::timeout;
use tokio::try_join;

const PATIENCE: Duration = Duration::from_secs(5);
const AT_ONCE: usize = 3;

pub async fn print_album(album: Vec<u32>, server: &Server, printer: &Printer) -> Result<Vec<u32>> {
    let mut deliveries = stream::iter(album)
        .map(async |number| (number, timeout(PATIENCE, server.fetch(number)).await))
        .buffer_unordered(AT_ONCE);
    // ANCHOR: mistake
    let (sender, mut receiver) = mpsc::channel(AT_ONCE);
    let fetching = async move {
        while let Some(delivery) = deliveries.next().await {
            sender.send(delivery).await?;
        }
        anyhow::Ok(())
    };
    let printing = async {
        let mut missing = Vec::new();
        while let Some((number, delivery)) = receiver.recv().await {
            match delivery {
                Ok(photo) => printer.print(photo).await?,
                Err(_) => missing.push(number),
            }
        }
        Ok(missing)
    };
    let ((), missing) = try_join!(fetching, printing)?;
    // ANCHOR_END: mistake
    Ok(missing)
}

#[cfg(test)]
mod check;
