// The tasks are asked by a token, which a guard cancels however this ends, and a tracker is waited
// for.

mod trip;

use anyhow::Result;
use futures::future::try_join_all;
use std::panic::resume_unwind;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
pub use trip::{Agency, Booking, Ticket};

pub async fn book_all(bookings: Vec<Booking>) -> Result<Vec<Ticket>> {
    let (token, tracker) = (CancellationToken::new(), TaskTracker::new());
    let _cancels_when_dropped = token.clone().drop_guard();
    let tasks = bookings.into_iter().map(|booking| {
        let task = tracker.spawn(token.clone().run_until_cancelled_owned(booking));
        async move {
            match task.await {
                Ok(Some(result)) => result.map_err(Ok),
                Ok(None) => unreachable!("nobody has cancelled it yet"),
                Err(error) => Err(Err(error)),
            }
        }
    });
    let result = try_join_all(tasks).await;
    token.cancel();
    tracker.close();
    tracker.wait().await;
    result.map_err(|error| match error {
        Ok(error) => error,
        Err(error) => resume_unwind(error.into_panic()),
    })
}

#[cfg(test)]
mod check;
