// Why it tempts: one `?` for the `JoinError` and one for the booking's own, and all failures are
// alike.
// Why it fails: a panic is a bug. As an error among others it is shown to a customer, or tried
// again.
// Rejected by: a_panic_goes_on_when_nothing_is_under_way
// Says: What does a `JoinError` know about it?

mod trip;

use anyhow::Result;
use tokio::task::JoinSet;
pub use trip::{Agency, Booking, Ticket};

pub async fn book_all(bookings: Vec<Booking>) -> Result<Vec<Ticket>> {
    let mut tasks: JoinSet<_> = bookings.into_iter().collect();
    let mut tickets = Vec::new();
    while let Some(ended) = tasks.join_next().await {
        // ANCHOR: mistake
        match ended.map_err(anyhow::Error::from).flatten() {
            Ok(ticket) => tickets.push(ticket),
            Err(error) => {
                tasks.shutdown().await;
                return Err(error);
            }
        }
        // ANCHOR_END: mistake
    }
    Ok(tickets)
}

#[cfg(test)]
mod check;
