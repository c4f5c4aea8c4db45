// Why it tempts: after the last poll it is `Pending` like any other; the next poll sees that none is left.
// Why it fails: the next poll comes when somebody wakes the task. Nobody has to.
// Rejected by: a_future_that_nobody_wakes_is_given_up_in_its_last_poll
// Says: waits to be woken once more

use std::pin::Pin;
use std::task::{Context, Poll};

pub fn cancel_after<F: Future>(polls: usize, future: F) -> CancelAfter<F> {
    CancelAfter { polls_left: polls, future: Some(Box::pin(future)) }
}

pub struct CancelAfter<F> {
    polls_left: usize,
    future: Option<Pin<Box<F>>>,
}

impl<F: Future> Future for CancelAfter<F> {
    type Output = Option<F::Output>;

    // ANCHOR: mistake
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        if self.polls_left == 0 {
            self.future = None;
            return Poll::Ready(None);
        }
        self.polls_left -= 1;
        self.future.as_mut().expect("polled after it was done").as_mut().poll(cx).map(Some)
    }
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
