// Why it tempts: `try_join_all` waits for all at once, and returns the first error as soon as it
// comes.
// Why it fails: what it drops then are handles. The tasks go on, and book.
// Rejected by: after_a_failure_nothing_is_under_way
// Says: of its bookings are still under way

mod trip;

use anyhow::Result;
use futures::future::try_join_all;
pub use trip::{Agency, Booking, Ticket};

pub async fn book_all(bookings: Vec<Booking>) -> Result<Vec<Ticket>> {
    // ANCHOR: mistake
    let tasks = bookings.into_iter().map(|booking| async move { tokio::spawn(booking).await? });
    try_join_all(tasks).await
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
