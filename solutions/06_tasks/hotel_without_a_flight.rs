// Tasks form no tree: whoever spawns some and wants them to end with itself must keep them
// together, abort them, and wait. A `JoinSet` gives them back in the order in which they end, and
// aborts what is left in it when it is dropped; `shutdown` aborts and waits as well.

#[path = "../../exercises/06_tasks/hotel_without_a_flight/src/trip.rs"]
mod trip;

use anyhow::Result;
use std::panic::resume_unwind;
use tokio::task::JoinSet;
pub use trip::{Agency, Booking, Ticket};

/// Books all parts of a trip at the same time, and returns their tickets, in any order.
///
/// * Each booking runs in a task of its own: it encrypts a lot, and the machine has many cores.
/// * When one fails, its error is returned, and nobody waits for what the others would have said.
/// * When one panics, this panics with the same payload.
/// * However this returns or panics, its bookings have ended. If it is dropped, they end too.
pub async fn book_all(bookings: Vec<Booking>) -> Result<Vec<Ticket>> {
    let mut tasks: JoinSet<Result<Ticket>> = bookings.into_iter().collect();
    let mut tickets = Vec::new();
    while let Some(ended) = tasks.join_next().await {
        let error = match ended {
            Ok(Ok(ticket)) => {
                tickets.push(ticket);
                continue;
            }
            Ok(Err(error)) => Ok(error),
            Err(error) => Err(error),
        };
        drop(tickets);
        tasks.shutdown().await;
        match error {
            Ok(error) => return Err(error),
            Err(error) if error.is_panic() => resume_unwind(error.into_panic()),
            Err(error) => return Err(error.into()), // Aborted, by a runtime that shuts down.
        }
    }
    Ok(tickets)
}

#[cfg(test)]
#[path = "../../exercises/06_tasks/hotel_without_a_flight/src/check.rs"]
mod check;
