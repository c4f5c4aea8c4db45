// Why it tempts: only the wait for the stream is limited, so the time in the printer does not
// count.
// Why it fails: it limits how long *nobody* delivers. A lost request keeps its place; three of them
// keep all three places, and the rest of the album is never asked for. And when the limit fires,
// nobody knows for whom.
// Rejected by: what_the_server_has_lost_is_given_up_after_five_seconds
// Says: missing are said to be

mod lab;

use anyhow::Result;
use futures::stream::{self, StreamExt};
pub use lab::{Photo, Printer, Server};
use std::time::Duration;
use tokio::time::timeout;

const PATIENCE: Duration = Duration::from_secs(5);
const AT_ONCE: usize = 3;

pub async fn print_album(album: Vec<u32>, server: &Server, printer: &Printer) -> Result<Vec<u32>> {
    let mut missing = album.clone();
    let mut deliveries =
        stream::iter(album).map(|number| server.fetch(number)).buffer_unordered(AT_ONCE);
    // ANCHOR: mistake
    while let Ok(Some(photo)) = timeout(PATIENCE, deliveries.next()).await {
        missing.retain(|number| *number != photo.number);
        printer.print(photo).await?;
    }
    // ANCHOR_END: mistake
    Ok(missing)
}

#[cfg(test)]
mod check;
