// Why it tempts: without tasks there is a tree. A future that is dropped drops what it awaits, at
// once.
// Why it fails: all bookings share the one task of the caller, and so one core. Where that is
// enough, this is the best answer; here it was asked for tasks.
// Rejected by: each_booking_runs_in_a_task_of_its_own
// Says: one core at a time

mod trip;

use anyhow::Result;
use futures::future::try_join_all;
pub use trip::{Agency, Booking, Ticket};

pub async fn book_all(bookings: Vec<Booking>) -> Result<Vec<Ticket>> {
    // ANCHOR: mistake
    try_join_all(bookings).await
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
