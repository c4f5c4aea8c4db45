// Why it tempts: what was missed in the first round is fetched in a second one.
// Why it fails: the photos come, and the server has to serve many of them twice. What is really
// lost is asked for twice too.
// Rejected by: no_photo_is_missing_because_the_printer_is_slow
// Says: was given up after

mod lab;

use anyhow::Result;
use futures::stream::{self, StreamExt};
pub use lab::{Photo, Printer, Server};
use std::time::Duration;
use tokio::time::timeout;

const PATIENCE: Duration = Duration::from_secs(5);
const AT_ONCE: usize = 3;

pub async fn print_album(album: Vec<u32>, server: &Server, printer: &Printer) -> Result<Vec<u32>> {
    let mut again = Vec::new();
    let mut missing = Vec::new();
    for round in 0..2 {
        let numbers = if round == 0 { album.clone() } else { again.clone() };
        let mut deliveries = stream::iter(numbers)
            .map(async |number| (number, timeout(PATIENCE, server.fetch(number)).await))
            .buffer_unordered(AT_ONCE);
        while let Some((number, delivery)) = deliveries.next().await {
            match delivery {
                Ok(photo) => printer.print(photo).await?,
                // ANCHOR: mistake
                Err(_) if round == 0 => again.push(number),
                // ANCHOR_END: mistake
                Err(_) => missing.push(number),
            }
        }
    }
    Ok(missing)
}

#[cfg(test)]
mod check;
