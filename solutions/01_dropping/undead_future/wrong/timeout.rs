// Why it tempts: giving up after a while is what `timeout` is for.
// Why it fails: it counts milliseconds, not polls. On a clock that stands still between two polls, a future
// that wakes itself is polled without end.
// Rejected by: a_future_is_polled_as_often_as_was_asked_and_no_more
// Says: NEVER RESTS

use std::time::Duration;

pub async fn cancel_after<F: Future>(polls: usize, future: F) -> Option<F::Output> {
    // ANCHOR: mistake
    tokio::time::timeout(Duration::from_millis(polls as u64), future).await.ok()
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
