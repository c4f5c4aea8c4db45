// Why it tempts: in production a timeout drops the call, so a timeout drops it here: after no
// time, after a millisecond, after two.
// Why it fails: a timeout fires when time passes. Most of these calls wait for others without any,
// and a timeout never sees them suspended.
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
            // ANCHOR: mistake
            let patience = Duration::from_millis(polls as u64);
            answer = timeout(patience, call(&office)).await.ok();
            // ANCHOR_END: mistake
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
