// Why it tempts: nobody may come to wake us after the last poll, so we wake ourselves.
// Why it fails: it does come back, one poll too late. In between, others have had their turn, and the
// future that was to be given up still held what it holds.
// Rejected by: it_gives_up_in_the_very_poll_that_is_the_last
// Says: and asks for more

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

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        if self.polls_left == 0 {
            self.future = None;
            return Poll::Ready(None);
        }
        self.polls_left -= 1;
        // ANCHOR: mistake
        let poll = self.future.as_mut().expect("polled after it was done").as_mut().poll(cx);
        if poll.is_pending() && self.polls_left == 0 {
            cx.waker().wake_by_ref();
        }
        poll.map(Some)
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
