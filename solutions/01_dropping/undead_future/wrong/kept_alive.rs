// Why it tempts: the count is right, the waker is right, `None` is returned in the right poll.
// Why it fails: the future is still a field. It is dropped when somebody drops the wrapper, and until then
// it holds its locks and its connections: nobody polls it, and nobody gets what it has.
// Rejected by: what_is_given_up_is_dropped_at_once
// Says: the future it gave up still lives

use std::pin::Pin;
use std::task::{Context, Poll};

pub fn cancel_after<F: Future>(polls: usize, future: F) -> CancelAfter<F> {
    CancelAfter { polls_left: polls, future: Box::pin(future) }
}

// ANCHOR: mistake
pub struct CancelAfter<F> {
    polls_left: usize,
    future: Pin<Box<F>>,
}
// ANCHOR_END: mistake

impl<F: Future> Future for CancelAfter<F> {
    type Output = Option<F::Output>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        if self.polls_left == 0 {
            return Poll::Ready(None);
        }
        self.polls_left -= 1;
        match self.future.as_mut().poll(cx) {
            Poll::Ready(output) => Poll::Ready(Some(output)),
            Poll::Pending if self.polls_left == 0 => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        }
    }
}

#[cfg(test)]
mod check;
