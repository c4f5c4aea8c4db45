// Handles that abort on drop, in the order in which they end; aborted and awaited by hand.

mod trip;

use anyhow::Result;
use futures::StreamExt;
use futures::stream::FuturesUnordered;
use std::panic::resume_unwind;
use tokio_util::task::AbortOnDropHandle;
pub use trip::{Agency, Booking, Ticket};

pub async fn book_all(bookings: Vec<Booking>) -> Result<Vec<Ticket>> {
    let mut tasks: FuturesUnordered<_> = bookings
        .into_iter()
        .map(|booking| AbortOnDropHandle::new(tokio::spawn(booking)))
        .collect();
    let mut tickets = Vec::new();
    while let Some(ended) = tasks.next().await {
        if let Ok(Ok(ticket)) = ended {
            tickets.push(ticket);
            continue;
        }
        tasks.iter().for_each(AbortOnDropHandle::abort);
        while tasks.next().await.is_some() {}
        match ended {
            Ok(result) => return Err(result.expect_err("a ticket was seen above")),
            Err(error) => resume_unwind(error.into_panic()),
        }
    }
    Ok(tickets)
}

#[cfg(test)]
mod check;
