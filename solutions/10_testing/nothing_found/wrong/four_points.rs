// Why it tempts: four points are more than any of the six has.
// Why it fails: the next function has nine. How many points there are is not for the audit to
// decide.
// Rejected by: damage_at_a_single_point_is_found
// Says: How does your audit know that there is no further point?

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
    let undisturbed = what_comes_of(&call, 0, 0).await;
    // ANCHOR: mistake
    for polls in 0..4 {
    // ANCHOR_END: mistake
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
        answer = timeout(AN_HOUR, call(&office)).await.ok();
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
