// Why it tempts: one office for all runs: nothing is built twice, and it is what production looks
// like.
// Why it fails: every call deals with another letter, so nothing can be compared, and what one run
// has left behind is charged to the next.
// Rejected by: what_is_safe_is_called_safe
// Says: in an office that is new?

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
    let points = cancel_after(usize::MAX, call(&Office::open())).await.polls;
    // ANCHOR: mistake
    let office = Office::open();
    let undisturbed = what_comes_of(&call, &office, 0, 0).await;
    // ANCHOR_END: mistake
    for polls in 0..points {
        for drops in [1, 2] {
            if what_comes_of(&call, &office, polls, drops).await != undisturbed {
                return Unsafe;
            }
        }
    }
    Safe
}

async fn what_comes_of(
    call: &impl AsyncFn(&Office) -> u32,
    office: &Office,
    polls: usize,
    drops: usize,
) -> (Option<u32>, String) {
    let mut answer = None;
    for _ in 0..drops {
        if answer.is_none() {
            answer = cancel_after(polls, call(office)).await.output;
        }
    }
    if answer.is_none() {
        answer = timeout(AN_HOUR, call(office)).await.ok();
    }
    sleep(AN_HOUR).await;
    (answer, office.look())
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
