// No tasks: the loop polls the requests also while a photo is in the printer, and begins one only
// when there is room for its photo.

mod lab;

use anyhow::Result;
use futures::stream::{FuturesUnordered, StreamExt};
pub use lab::{Photo, Printer, Server};
use std::collections::VecDeque;
use std::time::Duration;
use tokio::select;
use tokio::time::timeout;

const PATIENCE: Duration = Duration::from_secs(5);
const AT_ONCE: usize = 3;

const ROOM: usize = 6;

pub async fn print_album(album: Vec<u32>, server: &Server, printer: &Printer) -> Result<Vec<u32>> {
    let mut album = album.into_iter();
    let mut requests = FuturesUnordered::new();
    let mut waiting = VecDeque::new();
    let mut printing = None;
    let mut missing = Vec::new();
    loop {
        while requests.len() < AT_ONCE
            && requests.len() + waiting.len() < ROOM
            && let Some(number) = album.next()
        {
            requests.push(async move { (number, timeout(PATIENCE, server.fetch(number)).await) });
        }
        if printing.is_none() {
            printing = waiting.pop_front().map(|photo| Box::pin(printer.print(photo)));
        }
        select! {
            Some((number, delivery)) = requests.next() => match delivery {
                Ok(photo) => waiting.push_back(photo),
                Err(_) => missing.push(number),
            },
            printed = async { printing.as_mut().expect("one").await }, if printing.is_some() => {
                printing = None;
                printed?;
            }
            else => return Ok(missing),
        }
    }
}

#[cfg(test)]
mod check;
