// A task for each photo, and three permits. A permit goes with its photo until that is printed.

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
        tasks.spawn(async move {
            let permit = permits.acquire_owned().await;
            (number, timeout(Duration::from_secs(5), server.fetch(number)).await, permit)
        });
    }
    let mut missing = Vec::new();
    while let Some(task) = tasks.join_next().await {
        match task? {
            (_, Ok(photo), _permit) => printer.print(photo).await?,
            (number, Err(_), _permit) => missing.push(number),
        }
    }
    Ok(missing)
}

#[cfg(test)]
mod check;
