// While the body of the loop awaits, nobody polls the stream, and what is in it stands still: all
// but the clocks. A task is polled by the runtime, whatever the loop does, so each request goes
// into a task, with its timeout. The stream now holds handles, three at most, and a handle that is
// dropped aborts its task.

#[path = "../../exercises/05_together/frozen_stream/src/lab.rs"]
mod lab;

use anyhow::Result;
use futures::stream::{self, StreamExt};
pub use lab::{Photo, Printer, Server};
use std::time::Duration;
use tokio::time::timeout;
use tokio_util::task::AbortOnDropHandle;

const PATIENCE: Duration = Duration::from_secs(5);
const AT_ONCE: usize = 3;

/// Prints the photos of an album as they arrive, and returns the numbers of those that the server
/// has not delivered within five seconds.
///
/// No more than three requests are under way at once. If the printer fails, so does the album, and
/// nothing goes on.
pub async fn print_album(album: Vec<u32>, server: &Server, printer: &Printer) -> Result<Vec<u32>> {
    let mut deliveries = stream::iter(album)
        .map(|number| {
            let server = server.clone();
            let fetch = async move { timeout(PATIENCE, server.fetch(number)).await };
            let task = AbortOnDropHandle::new(tokio::spawn(fetch));
            async move { (number, task.await) }
        })
        .buffer_unordered(AT_ONCE);
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
#[path = "../../exercises/05_together/frozen_stream/src/check.rs"]
mod check;
