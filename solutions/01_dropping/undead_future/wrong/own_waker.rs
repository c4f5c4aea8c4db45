// Why it tempts: `poll` wants a `Context`, and `Waker::noop()` makes one without any fuss.
// Why it fails: the timer, the channel or the lock below keeps that waker and calls it when it is ready.
// Nothing happens, and the task sleeps on.
// Rejected by: the_waker_of_whoever_polls_is_handed_on
// Says: DEADLOCK

use std::pin::Pin;
use std::task::{Context, Poll, Waker};

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
    fn poll(mut self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<Self::Output> {
        let mut cx = Context::from_waker(Waker::noop());
        // ANCHOR_END: mistake
        if self.polls_left > 0 {
            self.polls_left -= 1;
            let future = self.future.as_mut().expect("polled after it was done");
            if let Poll::Ready(output) = future.as_mut().poll(&mut cx) {
                return Poll::Ready(Some(output));
            }
            if self.polls_left > 0 {
                return Poll::Pending;
            }
        }
        self.future = None;
        Poll::Ready(None)
    }
}

#[cfg(test)]
mod check;
