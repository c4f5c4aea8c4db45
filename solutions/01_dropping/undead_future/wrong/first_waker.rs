// Why it tempts: the task that waits is always the same one, so its waker is taken once and kept.
// Why it fails: a future may move from one task to another between two polls. The waker that counts is
// the one of the last poll.
// Rejected by: the_newest_waker_is_the_one_that_counts
// Says: the first one was woken

use std::pin::pin;
use std::task::{Context, Poll, Waker};

pub async fn cancel_after<F: Future>(polls: usize, future: F) -> Option<F::Output> {
    let mut future = pin!(future);
    let mut polled = 0;
    // ANCHOR: mistake
    let mut kept: Option<Waker> = None;
    // ANCHOR_END: mistake
    if polls == 0 {
        return None;
    }
    std::future::poll_fn(|cx| {
        polled += 1;
        let waker = kept.get_or_insert_with(|| cx.waker().clone()).clone();
        match future.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Ready(output) => Poll::Ready(Some(output)),
            Poll::Pending if polled == polls => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        }
    })
    .await
}

#[cfg(test)]
mod check;
