// `buffered` instead of `buffer_unordered`: with tasks inside, that is right too.

mod lab;

use anyhow::Result;
use futures::stream::{self, StreamExt};
pub use lab::{Photo, Printer, Server};
use std::time::Duration;
use tokio::time::timeout;
use tokio_util::task::AbortOnDropHandle;

pub async fn print_album(album: Vec<u32>, server: &Server, printer: &Printer) -> Result<Vec<u32>> {
    let mut deliveries = stream::iter(album)
        .map(|number| {
            let server = server.clone();
            let fetch = async move { timeout(Duration::from_secs(5), server.fetch(number)).await };
            let task = AbortOnDropHandle::new(tokio::spawn(fetch));
            async move { (number, task.await) }
        })
        .buffered(3);
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
