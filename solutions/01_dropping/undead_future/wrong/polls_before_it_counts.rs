// Why it tempts: poll, count down, give up at zero. It is right for every n but one.
// Why it fails: for n = 0 it has polled before it looks. Zero polls is the case that nobody tries and every
// runtime has: a task that is aborted before its first turn.
// Rejected by: zero_polls_are_zero_polls
// Says: code that was never to begin has begun

use std::pin::pin;
use std::task::Poll;

pub async fn cancel_after<F: Future>(mut polls: usize, future: F) -> Option<F::Output> {
    let mut future = pin!(future);
    std::future::poll_fn(|cx| {
        // ANCHOR: mistake
        if let Poll::Ready(output) = future.as_mut().poll(cx) {
            return Poll::Ready(Some(output));
        }
        polls = polls.saturating_sub(1);
        if polls == 0 { Poll::Ready(None) } else { Poll::Pending }
        // ANCHOR_END: mistake
    })
    .await
}

#[cfg(test)]
mod check;
