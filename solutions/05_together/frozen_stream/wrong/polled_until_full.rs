// Why it tempts: the loop goes on polling the stream while a photo is in the printer.
// Why it fails: it stops when three photos wait, because there must be an end to it. From then on
// what is in the stream stands still, as before. Whoever has no room for another photo must not
// have begun to fetch it.
// Rejected by: no_photo_is_missing_because_the_printer_is_slow
// Says: was given up after

mod lab;

use anyhow::Result;
use futures::stream::{self, StreamExt};
pub use lab::{Photo, Printer, Server};
use std::collections::VecDeque;
use std::pin::pin;
use std::time::Duration;
use tokio::time::timeout;

const PATIENCE: Duration = Duration::from_secs(5);
const AT_ONCE: usize = 3;

pub async fn print_album(album: Vec<u32>, server: &Server, printer: &Printer) -> Result<Vec<u32>> {
    let mut deliveries = stream::iter(album)
        .map(async |number| (number, timeout(PATIENCE, server.fetch(number)).await))
        .buffer_unordered(AT_ONCE)
        .fuse();
    let mut missing = Vec::new();
    let mut waiting = VecDeque::new();
    loop {
        let photo = match waiting.pop_front() {
            Some(photo) => photo,
            None => match deliveries.next().await {
                Some((_, Ok(photo))) => photo,
                Some((number, Err(_))) => {
                    missing.push(number);
                    continue;
                }
                None => return Ok(missing),
            },
        };
        // ANCHOR: mistake
        let mut printing = pin!(printer.print(photo));
        loop {
            tokio::select! {
                printed = &mut printing => break printed?,
                Some((number, delivery)) = deliveries.next(), if waiting.len() < 3 => {
                    match delivery {
                        Ok(photo) => waiting.push_back(photo),
                        Err(_) => missing.push(number),
                    }
                }
            }
        }
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
