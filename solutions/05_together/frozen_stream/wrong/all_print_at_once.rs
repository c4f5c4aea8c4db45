// Why it tempts: `for_each_concurrent` takes the body into the stream, so it is polled along with
// the requests.
// Why it fails: now the bodies run concurrently too, and there is one printer.
// Rejected by: no_photo_is_missing_because_the_printer_is_slow
// Says: paper jam

mod lab;

use anyhow::Result;
use futures::stream::{self, StreamExt, TryStreamExt};
pub use lab::{Photo, Printer, Server};
use std::sync::Mutex;
use std::time::Duration;
use tokio::time::timeout;

const PATIENCE: Duration = Duration::from_secs(5);
const AT_ONCE: usize = 3;

pub async fn print_album(album: Vec<u32>, server: &Server, printer: &Printer) -> Result<Vec<u32>> {
    let missing = Mutex::new(Vec::new());
    // ANCHOR: mistake
    stream::iter(album)
        .map(anyhow::Ok)
        .try_for_each_concurrent(AT_ONCE, async |number| {
            match timeout(PATIENCE, server.fetch(number)).await {
                Ok(photo) => printer.print(photo).await?,
                Err(_) => missing.lock().expect("not poisoned").push(number),
            }
            Ok(())
        })
        .await?;
    // ANCHOR_END: mistake
    Ok(missing.into_inner().expect("not poisoned"))
}

#[cfg(test)]
mod check;
