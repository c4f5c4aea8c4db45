// The handle of the `futures` crate: to drop it is to cancel the task.

mod lab;

use anyhow::Result;
use futures::FutureExt;
use futures::stream::{self, StreamExt};
pub use lab::{Photo, Printer, Server};
use std::time::Duration;
use tokio::time::timeout;

const PATIENCE: Duration = Duration::from_secs(5);
const AT_ONCE: usize = 3;

pub async fn print_album(album: Vec<u32>, server: &Server, printer: &Printer) -> Result<Vec<u32>> {
    let mut deliveries = stream::iter(album)
        .map(|number| {
            let server = server.clone();
            let fetch = async move { (number, timeout(PATIENCE, server.fetch(number)).await) };
            let (work, handle) = fetch.remote_handle();
            tokio::spawn(work);
            handle
        })
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
