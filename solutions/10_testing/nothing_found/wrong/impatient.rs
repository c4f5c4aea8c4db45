// Why it tempts: a second is enough for a call that needs none.
// Why it fails: a clean-up may need five minutes, and whoever waits for its key is right to wait.
// The hour costs nothing: the clock is paused.
// Rejected by: what_is_safe_is_called_safe
// Says: a task brings the key back after five minutes

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

// ANCHOR: mistake
const A_WHILE: Duration = Duration::from_secs(1);
// ANCHOR_END: mistake

pub async fn audit(call: impl AsyncFn(&Office) -> u32) -> Verdict {
    let points = cancel_after(usize::MAX, call(&Office::open())).await.polls;
    let undisturbed = what_comes_of(&call, 0, 0).await;
    for polls in 0..points {
        for drops in [1, 2] {
            if what_comes_of(&call, polls, drops).await != undisturbed {
                return Unsafe;
            }
        }
    }
    Safe
}

async fn what_comes_of(
    call: &impl AsyncFn(&Office) -> u32,
    polls: usize,
    drops: usize,
) -> (Option<u32>, String) {
    let office = Office::open();
    let mut answer = None;
    for _ in 0..drops {
        if answer.is_none() {
            answer = cancel_after(polls, call(&office)).await.output;
        }
    }
    if answer.is_none() {
        answer = timeout(A_WHILE, call(&office)).await.ok();
    }
    sleep(A_WHILE).await;
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
