mod trip;

use anyhow::Result;
pub use trip::{Agency, Booking, Ticket};

/// Books all parts of a trip at the same time, and returns their tickets, in any order.
///
/// * Each booking runs in a task of its own: it encrypts a lot, and the machine has many cores.
/// * When one fails, its error is returned, and nobody waits for what the others would have said.
/// * When one panics, this panics with the same payload.
/// * However this returns or panics, its bookings have ended. If it is dropped, they end too.
pub async fn book_all(bookings: Vec<Booking>) -> Result<Vec<Ticket>> {
    // TODO: keep these promises.
    let tasks: Vec<_> = bookings.into_iter().map(tokio::spawn).collect();
    let mut tickets = Vec::new();
    for task in tasks {
        tickets.push(task.await??);
    }
    Ok(tickets)
}

#[cfg(test)]
mod check;
