// Why it tempts: whoever waits for every task leaves none behind.
// Why it fails: the answer is there after three seconds, and the customer hears it after an hour,
// when the museum has been booked for nothing.
// Rejected by: the_first_failure_is_the_answer_and_comes_at_once
// Says: Whom did it wait for?

mod trip;

use anyhow::Result;
use tokio::task::JoinSet;
pub use trip::{Agency, Booking, Ticket};

pub async fn book_all(bookings: Vec<Booking>) -> Result<Vec<Ticket>> {
    // ANCHOR: mistake
    let tasks: JoinSet<_> = bookings.into_iter().collect();
    tasks.join_all().await.into_iter().collect()
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
