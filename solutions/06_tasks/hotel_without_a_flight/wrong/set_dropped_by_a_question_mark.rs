// Why it tempts: a `JoinSet` aborts its tasks when it is dropped, so an early `?` is safe.
// Why it fails: it asks and does not wait. `book_all` is back while the bookings are still under
// way.
// Rejected by: after_a_failure_nothing_is_under_way
// Says: of its bookings are still under way

mod trip;

use anyhow::Result;
use tokio::task::JoinSet;
pub use trip::{Agency, Booking, Ticket};

pub async fn book_all(bookings: Vec<Booking>) -> Result<Vec<Ticket>> {
    // ANCHOR: mistake
    let mut tasks: JoinSet<_> = bookings.into_iter().collect();
    let mut tickets = Vec::new();
    while let Some(ended) = tasks.join_next().await {
        tickets.push(ended??);
    }
    Ok(tickets)
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
