// Why it tempts: at the first failure all the others are aborted, in so many words.
// Why it fails: to abort is to ask. Nobody waits for the answer.
// Rejected by: after_a_failure_nothing_is_under_way
// Says: of its bookings are still under way

mod trip;

use anyhow::Result;
use std::panic::resume_unwind;
use tokio::task::JoinSet;
pub use trip::{Agency, Booking, Ticket};

pub async fn book_all(bookings: Vec<Booking>) -> Result<Vec<Ticket>> {
    let mut tasks: JoinSet<_> = bookings.into_iter().collect();
    let mut tickets = Vec::new();
    while let Some(ended) = tasks.join_next().await {
        match ended {
            Ok(Ok(ticket)) => tickets.push(ticket),
            // ANCHOR: mistake
            Ok(Err(error)) => {
                tasks.abort_all();
                return Err(error);
            }
            // ANCHOR_END: mistake
            Err(error) => {
                tasks.shutdown().await;
                resume_unwind(error.into_panic());
            }
        }
    }
    Ok(tickets)
}

#[cfg(test)]
mod check;
