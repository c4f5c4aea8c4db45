// Why it tempts: drop it, drop it again, call it: three lines, the same in each run.
// Why it fails: where so many polls are enough, the call is not dropped but done, and what comes
// after it deals with another letter.
// Rejected by: what_is_safe_is_called_safe
// Says: Your audit accuses `resume`

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
    // ANCHOR: mistake
    for _ in 0..drops {
        cancel_after(polls, call(&office)).await;
    }
    let answer = timeout(AN_HOUR, call(&office)).await.ok();
    // ANCHOR_END: mistake
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
