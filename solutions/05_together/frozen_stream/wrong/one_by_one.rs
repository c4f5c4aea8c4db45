// Why it tempts: without a stream there is nothing that could stand still.
// Why it fails: without a stream there is also one request at a time, and the album takes as long
// as all of them together.
// Rejected by: three_requests_are_under_way_and_no_more
// Says: do the requests wait for one another

mod lab;

use anyhow::Result;
pub use lab::{Photo, Printer, Server};
use std::time::Duration;
use tokio::time::timeout;

const PATIENCE: Duration = Duration::from_secs(5);

pub async fn print_album(album: Vec<u32>, server: &Server, printer: &Printer) -> Result<Vec<u32>> {
    let mut missing = Vec::new();
    // ANCHOR: mistake
    for number in album {
        match timeout(PATIENCE, server.fetch(number)).await {
            Ok(photo) => printer.print(photo).await?,
            Err(_) => missing.push(number),
        }
    }
    // ANCHOR_END: mistake
    Ok(missing)
}

#[cfg(test)]
mod check;
