// Why it tempts: a task for each photo, and three permits, so that three requests are under way.
// Why it fails: a permit that is given back as soon as the photo is there lets the next one come.
// The whole album waits in the tasks, while the printer is at its second photo.
// Rejected by: photos_do_not_pile_up_before_the_printer
// Says: waiting for the printer

mod lab;

use anyhow::Result;
pub use lab::{Photo, Printer, Server};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::timeout;

pub async fn print_album(album: Vec<u32>, server: &Server, printer: &Printer) -> Result<Vec<u32>> {
    let permits = Arc::new(Semaphore::new(3));
    let mut tasks = JoinSet::new();
    for number in album {
        let (server, permits) = (server.clone(), Arc::clone(&permits));
        // ANCHOR: mistake
        tasks.spawn(async move {
            let _permit = permits.acquire().await;
            (number, timeout(Duration::from_secs(5), server.fetch(number)).await)
        });
        // ANCHOR_END: mistake
    }
    let mut missing = Vec::new();
    while let Some(task) = tasks.join_next().await {
        match task? {
            (_, Ok(photo)) => printer.print(photo).await?,
            (number, Err(_)) => missing.push(number),
        }
    }
    Ok(missing)
}

#[cfg(test)]
mod check;
