// Why it tempts: first fetch, then print: nothing is under way any more while the printer works.
// Why it fails: the whole album is in memory before the first photo is printed.
// Rejected by: photos_do_not_pile_up_before_the_printer
// Says: waiting for the printer

mod lab;

use anyhow::Result;
use futures::stream::{self, StreamExt};
pub use lab::{Photo, Printer, Server};
use std::time::Duration;
use tokio::time::timeout;

const PATIENCE: Duration = Duration::from_secs(5);
const AT_ONCE: usize = 3;

pub async fn print_album(album: Vec<u32>, server: &Server, printer: &Printer) -> Result<Vec<u32>> {
    let deliveries = stream::iter(album)
        .map(async |number| (number, timeout(PATIENCE, server.fetch(number)).await))
        .buffer_unordered(AT_ONCE);
    // ANCHOR: mistake
    let deliveries: Vec<_> = deliveries.collect().await;
    // ANCHOR_END: mistake
    let mut missing = Vec::new();
    for (number, delivery) in deliveries {
        match delivery {
            Ok(photo) => printer.print(photo).await?,
            Err(_) => missing.push(number),
        }
    }
    Ok(missing)
}

#[cfg(test)]
mod check;
