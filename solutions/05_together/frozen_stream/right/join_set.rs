// A `JoinSet`, filled up to three tasks. It aborts what is left in it when it is dropped.

mod lab;

use anyhow::Result;
pub use lab::{Photo, Printer, Server};
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::timeout;

const PATIENCE: Duration = Duration::from_secs(5);
const AT_ONCE: usize = 3;

pub async fn print_album(album: Vec<u32>, server: &Server, printer: &Printer) -> Result<Vec<u32>> {
    let mut album = album.into_iter();
    let mut tasks = JoinSet::new();
    let mut missing = Vec::new();
    loop {
        while tasks.len() < AT_ONCE
            && let Some(number) = album.next()
        {
            let server = server.clone();
            tasks.spawn(async move { (number, timeout(PATIENCE, server.fetch(number)).await) });
        }
        match tasks.join_next().await.transpose()? {
            Some((_, Ok(photo))) => printer.print(photo).await?,
            Some((number, Err(_))) => missing.push(number),
            None => return Ok(missing),
        }
    }
}

#[cfg(test)]
mod check;
