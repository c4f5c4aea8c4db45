// Why it tempts: a task is polled by the runtime, so it cannot stand still.
// Why it fails: it cannot be ended either, by dropping a bare `JoinHandle`: the album fails, and
// the requests go on.
// Rejected by: when_the_paper_is_out_the_album_ends_and_nothing_goes_on
// Says: still under way

mod lab;

use anyhow::Result;
use futures::stream::{self, StreamExt};
pub use lab::{Photo, Printer, Server};
use std::time::Duration;
use tokio::time::timeout;

const PATIENCE: Duration = Duration::from_secs(5);
const AT_ONCE: usize = 3;

pub async fn print_album(album: Vec<u32>, server: &Server, printer: &Printer) -> Result<Vec<u32>> {
    // ANCHOR: mistake
    let mut deliveries = stream::iter(album)
        .map(|number| {
            let server = server.clone();
            let fetch = async move { timeout(PATIENCE, server.fetch(number)).await };
            let task = tokio::spawn(fetch);
            async move { (number, task.await) }
        })
        .buffer_unordered(AT_ONCE);
    // ANCHOR_END: mistake
    let mut missing = Vec::new();
    while let Some((number, task)) = deliveries.next().await {
        match task? {
            Ok(photo) => printer.print(photo).await?,
            Err(_) => missing.push(number),
        }
    }
    Ok(missing)
}

#[cfg(test)]
mod check;
