// Why it tempts: aborted tasks end in their next turn, so give them one.
// Why it fails: other tasks may be in front of them, and `book_all` may be back first.
// Rejected by: after_a_failure_nothing_is_under_way
// Says: of its bookings are still under way

mod trip;

use anyhow::Result;
use std::panic::resume_unwind;
use tokio::task::{JoinSet, yield_now};
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
                yield_now().await;
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
