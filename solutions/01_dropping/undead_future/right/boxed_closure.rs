// No type of its own: the future lives in the closure, and `take` drops it.

use std::task::Poll;

pub fn cancel_after<F: Future>(polls: usize, future: F) -> impl Future<Output = Option<F::Output>> {
    let mut alive = Some(Box::pin(future));
    let mut polls_left = polls;
    std::future::poll_fn(move |cx| {
        if let (Some(future), 1..) = (&mut alive, polls_left) {
            polls_left -= 1;
            match future.as_mut().poll(cx) {
                Poll::Ready(output) => return Poll::Ready(Some(output)),
                Poll::Pending if polls_left > 0 => return Poll::Pending,
                Poll::Pending => {}
            }
        }
        drop(alive.take());
        Poll::Ready(None)
    })
}

#[cfg(test)]
mod check;
