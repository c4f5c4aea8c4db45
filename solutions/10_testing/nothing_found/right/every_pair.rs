// Every pair of points, without asking how many there are: one loop goes on until the first call is
// done instead of dropped, the other one until the second is.

mod clerks;
mod office;

pub use clerks::{forward, hand_out, lock_away, register, stamp, translate};
pub use office::Office;

use Verdict::{Safe, Unsafe};
use probe::cancel_after;
use std::time::Duration;
use tokio::time::{sleep, timeout};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Safe,
    Unsafe,
}

const AN_HOUR: Duration = Duration::from_secs(3600);

pub async fn audit(call: impl AsyncFn(&Office) -> u32) -> Verdict {
    let (undisturbed, _) = what_comes_of(&call, None, None).await;
    for first in 0.. {
        let (once, drops) = what_comes_of(&call, Some(first), None).await;
        if once != undisturbed {
            return Unsafe;
        }
        if drops == 0 {
            break;
        }
        for second in 0.. {
            let (twice, drops) = what_comes_of(&call, Some(first), Some(second)).await;
            if twice != undisturbed {
                return Unsafe;
            }
            if drops == 1 {
                break;
            }
        }
    }
    Safe
}

/// What has come of it, and how many drops there were.
async fn what_comes_of(
    call: &impl AsyncFn(&Office) -> u32,
    first: Option<usize>,
    second: Option<usize>,
) -> ((Option<u32>, String), usize) {
    let office = Office::open();
    let mut answer = None;
    let mut drops = 0;
    for polls in [first, second].into_iter().flatten() {
        if answer.is_none() {
            answer = cancel_after(polls, call(&office)).await.output;
            drops += usize::from(answer.is_none());
        }
    }
    if answer.is_none() {
        answer = timeout(AN_HOUR, call(&office)).await.ok();
    }
    sleep(AN_HOUR).await;
    ((answer, office.look()), drops)
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
