// Why it tempts: "at most n polls" is a loop from 0 to n.
// Why it fails: a future asks to be woken when there is something new. Polled again at once, there is
// nothing new; all the polls are used up in the first moment.
// Rejected by: one_poll_leads_to_one_poll
// Says: to ask it more often proves nothing

use std::pin::pin;
use std::task::Poll;

pub async fn cancel_after<F: Future>(polls: usize, future: F) -> Option<F::Output> {
    let mut future = pin!(future);
    // ANCHOR: mistake
    std::future::poll_fn(|cx| {
        for _ in 0..polls {
            if let Poll::Ready(output) = future.as_mut().poll(cx) {
                return Poll::Ready(Some(output));
            }
        }
        Poll::Ready(None)
    })
    .await
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
