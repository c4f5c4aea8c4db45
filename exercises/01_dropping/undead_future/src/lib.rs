use std::pin::Pin;
use std::task::{Context, Poll, Waker};

/// Polls `future` at most `polls` times and returns what it returned, or `None` if it was not done.
///
/// * It polls `future` once for each time that it is polled itself, and zero polls are zero polls.
/// * It gives up within the last poll; it does not wait for one more.
/// * It hands on the waker of whoever polls it.
/// * If it gives up, it drops `future` before it returns `None`.
pub fn cancel_after<F: Future>(polls: usize, future: F) -> CancelAfter<F> {
    CancelAfter { polls_left: polls, future: Box::pin(future) }
}

pub struct CancelAfter<F> {
    polls_left: usize,
    future: Pin<Box<F>>,
}

impl<F: Future> Future for CancelAfter<F> {
    type Output = Option<F::Output>;

    fn poll(mut self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<Self::Output> {
        // TODO: keep the promises above.
        let mut cx = Context::from_waker(Waker::noop());
        if let Poll::Ready(output) = self.future.as_mut().poll(&mut cx) {
            return Poll::Ready(Some(output));
        }
        self.polls_left = self.polls_left.saturating_sub(1);
        if self.polls_left == 0 { Poll::Ready(None) } else { Poll::Pending }
    }
}

#[cfg(test)]
mod check;
