// Why it tempts: the request is in a task and keeps moving, and the limit is where it was.
// Why it fails: the limit is in the stream, and stands still there. A request that is lost is given
// up when the printer is done, and until then it keeps its place.
// Rejected by: what_the_server_has_lost_is_given_up_after_five_seconds
// Says: It is to have five seconds

mod lab;

use anyhow::Result;
use futures::stream::{self, StreamExt};
pub use lab::{Photo, Printer, Server};
use std::time::Duration;
use tokio::time::timeout;
use tokio_util::task::AbortOnDropHandle;

pub async fn print_album(album: Vec<u32>, server: &Server, printer: &Printer) -> Result<Vec<u32>> {
    // ANCHOR: mistake
    let mut deliveries = stream::iter(album)
        .map(|number| {
            let server = server.clone();
            let fetch = async move { server.fetch(number).await };
            let task = AbortOnDropHandle::new(tokio::spawn(fetch));
            async move { (number, timeout(Duration::from_secs(5), task).await) }
        })
        .buffer_unordered(3);
    // ANCHOR_END: mistake
    let mut missing = Vec::new();
    while let Some((number, delivery)) = deliveries.next().await {
        match delivery {
            Ok(photo) => printer.print(photo?).await?,
            Err(_) => missing.push(number),
        }
    }
    Ok(missing)
}

#[cfg(test)]
mod check;
