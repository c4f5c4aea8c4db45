// The states by name: alive with some polls left, or gone.

use std::pin::Pin;
use std::task::{Context, Poll};

pub enum CancelAfter<F> {
    Alive(usize, Pin<Box<F>>),
    Gone,
}

pub fn cancel_after<F: Future>(polls: usize, future: F) -> CancelAfter<F> {
    match polls {
        0 => CancelAfter::Gone,
        n => CancelAfter::Alive(n, Box::pin(future)),
    }
}

impl<F: Future> Future for CancelAfter<F> {
    type Output = Option<F::Output>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let CancelAfter::Alive(polls_left, future) = &mut *self else {
            return Poll::Ready(None);
        };
        *polls_left -= 1;
        let output = match future.as_mut().poll(cx) {
            Poll::Ready(output) => Some(output),
            Poll::Pending if *polls_left == 0 => None,
            Poll::Pending => return Poll::Pending,
        };
        *self = CancelAfter::Gone;
        Poll::Ready(output)
    }
}

#[cfg(test)]
mod check;
