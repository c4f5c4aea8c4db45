// Without probe: the future is polled by hand, with the waker of the task, and dropped.

mod clerks;
mod office;

pub use clerks::{forward, hand_out, lock_away, register, stamp, translate};
pub use office::Office;

use Verdict::{Safe, Unsafe};
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;
use tokio::time::{sleep, timeout};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Safe,
    Unsafe,
}

const AN_HOUR: Duration = Duration::from_secs(3600);

pub async fn audit(call: impl AsyncFn(&Office) -> u32) -> Verdict {
    let (_, undisturbed) = what_comes_of(&call, &[]).await;
    for first in 0.. {
        for second in 0.. {
            let (drops, seen) = what_comes_of(&call, &[first, second]).await;
            if seen != undisturbed || what_comes_of(&call, &[first]).await.1 != undisturbed {
                return Unsafe;
            }
            match drops {
                0 => return Safe,
                1 => break,
                _ => {}
            }
        }
    }
    Safe
}

async fn what_comes_of(
    call: &impl AsyncFn(&Office) -> u32,
    drops: &[usize],
) -> (usize, (Option<u32>, String)) {
    let office = Office::open();
    let mut dropped = 0;
    let mut answer = None;
    for polls in drops {
        if answer.is_none() {
            answer = poll_at_most(*polls, call(&office)).await;
            dropped += usize::from(answer.is_none());
        }
    }
    if answer.is_none() {
        answer = timeout(AN_HOUR, call(&office)).await.ok();
    }
    sleep(AN_HOUR).await;
    (dropped, (answer, office.look()))
}

async fn poll_at_most<T>(mut polls: usize, future: impl Future<Output = T>) -> Option<T> {
    let mut future = pin!(future);
    if polls == 0 {
        return None;
    }
    poll_fn(|cx| match future.as_mut().poll(cx) {
        Poll::Ready(value) => Poll::Ready(Some(value)),
        Poll::Pending => {
            polls -= 1;
            if polls == 0 { Poll::Ready(None) } else { Poll::Pending }
        }
    })
    .await
}

pub const VERDICTS: [(&str, Verdict); 6] = [
    ("stamp", Safe),
    ("forward", Unsafe),
    ("register", Unsafe),
    ("translate", Safe),
    ("lock_away", Safe),
    ("hand_out", Unsafe),
];

#[cfg(test)]
mod check;
