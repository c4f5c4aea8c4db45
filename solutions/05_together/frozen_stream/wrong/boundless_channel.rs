// Why it tempts: with a channel that has room for the whole album, `send` never waits.
// Why it fails: and the whole album is in it, while the printer is at its second photo.
// Rejected by: photos_do_not_pile_up_before_the_printer
// Says: waiting for the printer

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
    // ANCHOR: mistake
    let room = album.len().max(1);
    // ANCHOR_END: mistake
    let mut deliveries = stream::iter(album)
        .map(async |number| (number, timeout(PATIENCE, server.fetch(number)).await))
        .buffer_unordered(AT_ONCE);
    let (sender, mut receiver) = mpsc::channel(room);
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
    Ok(missing)
}

#[cfg(test)]
mod check;
