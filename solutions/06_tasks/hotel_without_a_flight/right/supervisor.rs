// A future that waits for the tasks in any order, and one place where all of them are ended.

mod trip;

use anyhow::Result;
use std::panic::resume_unwind;
use tokio::task::{JoinError, JoinSet};
pub use trip::{Agency, Booking, Ticket};

pub async fn book_all(bookings: Vec<Booking>) -> Result<Vec<Ticket>> {
    let mut tasks = JoinSet::from_iter(bookings);
    let outcome = collect(&mut tasks).await;
    tasks.shutdown().await;
    match outcome {
        Ok(result) => result,
        Err(error) => resume_unwind(error.into_panic()),
    }
}

async fn collect(tasks: &mut JoinSet<Result<Ticket>>) -> Result<Result<Vec<Ticket>>, JoinError> {
    let mut tickets = Vec::new();
    while let Some(ended) = tasks.join_next().await {
        match ended? {
            Ok(ticket) => tickets.push(ticket),
            Err(error) => return Ok(Err(error)),
        }
    }
    Ok(Ok(tickets))
}

#[cfg(test)]
mod check;
