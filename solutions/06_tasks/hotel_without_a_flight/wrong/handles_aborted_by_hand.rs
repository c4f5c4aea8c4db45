// Why it tempts: at the first failure every handle is aborted, and then every handle is awaited.
// Why it fails: it does so if it comes to that line. Dropped while it waits, it drops a list of
// plain handles, and the bookings go on.
// Rejected by: whoever_drops_it_drops_all_of_it
// Says: `book_all` was dropped

mod trip;

use anyhow::Result;
use futures::StreamExt;
use futures::stream::FuturesUnordered;
use std::panic::resume_unwind;
pub use trip::{Agency, Booking, Ticket};

pub async fn book_all(bookings: Vec<Booking>) -> Result<Vec<Ticket>> {
    // ANCHOR: mistake
    let mut tasks: FuturesUnordered<_> = bookings.into_iter().map(tokio::spawn).collect();
    // ANCHOR_END: mistake
    let mut tickets = Vec::new();
    while let Some(ended) = tasks.next().await {
        if let Ok(Ok(ticket)) = ended {
            tickets.push(ticket);
            continue;
        }
        tasks.iter().for_each(|task| task.abort());
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
