// To cancel is to poll no more and to drop. Both are in the hands of whoever owns the future, so the future
// sits in an `Option`: taking it out and letting it go is the whole cancellation.

use std::pin::Pin;
use std::task::{Context, Poll};

/// Polls `future` at most `polls` times and returns what it returned, or `None` if it was not done.
///
/// * It polls `future` once for each time that it is polled itself, and zero polls are zero polls.
/// * It gives up within the last poll; it does not wait for one more.
/// * It hands on the waker of whoever polls it.
/// * If it gives up, it drops `future` before it returns `None`.
pub fn cancel_after<F: Future>(polls: usize, future: F) -> CancelAfter<F> {
    CancelAfter { polls_left: polls, future: Some(Box::pin(future)) }
}

pub struct CancelAfter<F> {
    polls_left: usize,
    future: Option<Pin<Box<F>>>,
}

impl<F: Future> Future for CancelAfter<F> {
    type Output = Option<F::Output>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        if self.polls_left > 0 {
            self.polls_left -= 1;
            let future = self.future.as_mut().expect("polled after it was done");
            // `cx` holds the waker of the task that waits for us: the one that has to be woken.
            if let Poll::Ready(output) = future.as_mut().poll(cx) {
                return Poll::Ready(Some(output));
            }
            if self.polls_left > 0 {
                return Poll::Pending;
            }
        }
        // Its destructors run here, before the caller can see the `None`.
        self.future = None;
        Poll::Ready(None)
    }
}

#[cfg(test)]
#[path = "../../exercises/01_dropping/undead_future/src/check.rs"]
mod check;
