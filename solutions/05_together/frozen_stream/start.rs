mod lab;

use anyhow::Result;
use futures::stream::{self, StreamExt};
pub use lab::{Photo, Printer, Server};
use std::time::Duration;
use tokio::time::timeout;

const PATIENCE: Duration = Duration::from_secs(5);
const AT_ONCE: usize = 3;

/// Prints the photos of an album as they arrive, and returns the numbers of those that the server
/// has not delivered within five seconds.
///
/// No more than three requests are under way at once. If the printer fails, so does the album, and
/// nothing goes on.
pub async fn print_album(album: Vec<u32>, server: &Server, printer: &Printer) -> Result<Vec<u32>> {
    // TODO: no photo may count as missing only because the printer is slow.
    let mut deliveries = stream::iter(album)
        .map(async |number| (number, timeout(PATIENCE, server.fetch(number)).await))
        .buffer_unordered(AT_ONCE);
    let mut missing = Vec::new();
    while let Some((number, delivery)) = deliveries.next().await {
        match delivery {
            Ok(photo) => printer.print(photo).await?,
            Err(_) => missing.push(number),
        }
    }
    Ok(missing)
}

#[cfg(test)]
mod check;
