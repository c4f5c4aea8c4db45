// The body goes into the stream, where it is polled together with the requests; a lock keeps the
// photos from being printed at once.

mod lab;

use anyhow::Result;
use futures::stream::{self, StreamExt, TryStreamExt};
pub use lab::{Photo, Printer, Server};
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::timeout;

const PATIENCE: Duration = Duration::from_secs(5);
const AT_ONCE: usize = 3;

pub async fn print_album(album: Vec<u32>, server: &Server, printer: &Printer) -> Result<Vec<u32>> {
    let missing = std::sync::Mutex::new(Vec::new());
    let turn = Mutex::new(());
    stream::iter(album)
        .map(anyhow::Ok)
        .try_for_each_concurrent(AT_ONCE, async |number| {
            match timeout(PATIENCE, server.fetch(number)).await {
                Ok(photo) => {
                    let _turn = turn.lock().await;
                    printer.print(photo).await?;
                }
                Err(_) => missing.lock().expect("not poisoned").push(number),
            }
            Ok(())
        })
        .await?;
    Ok(missing.into_inner().expect("not poisoned"))
}

#[cfg(test)]
mod check;
