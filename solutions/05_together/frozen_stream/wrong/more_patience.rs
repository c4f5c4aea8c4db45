// Why it tempts: the limit is too tight, so it is made wider.
// Why it fails: a request that stands still for as long as the printer likes needs no limit, it
// needs to be polled. And what is really lost now blocks its place for a minute.
// Rejected by: what_the_server_has_lost_is_given_up_after_five_seconds
// Says: It is to have five seconds

mod lab;

use anyhow::Result;
use futures::stream::{self, StreamExt};
pub use lab::{Photo, Printer, Server};
use std::time::Duration;
use tokio::time::timeout;

// ANCHOR: mistake
const PATIENCE: Duration = Duration::from_secs(60);
// ANCHOR_END: mistake
const AT_ONCE: usize = 3;

pub async fn print_album(album: Vec<u32>, server: &Server, printer: &Printer) -> Result<Vec<u32>> {
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
