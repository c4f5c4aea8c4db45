// Why it tempts: a panic goes on at once, and the set aborts the others when it unwinds.
// Why it fails: it asks them and does not wait. Whoever catches the panic meets bookings that are
// under way.
// Rejected by: a_panic_goes_on_when_nothing_is_under_way
// Says: `book_all` has panicked, and

mod trip;

use anyhow::Result;
use std::panic::resume_unwind;
use tokio::task::JoinSet;
pub use trip::{Agency, Booking, Ticket};

pub async fn book_all(bookings: Vec<Booking>) -> Result<Vec<Ticket>> {
    let mut tasks: JoinSet<_> = bookings.into_iter().collect();
    let mut tickets = Vec::new();
    while let Some(ended) = tasks.join_next().await {
        // ANCHOR: mistake
        match ended.unwrap_or_else(|error| resume_unwind(error.into_panic())) {
            // ANCHOR_END: mistake
            Ok(ticket) => tickets.push(ticket),
            Err(error) => {
                tasks.shutdown().await;
                return Err(error);
            }
        }
    }
    Ok(tickets)
}

#[cfg(test)]
mod check;
