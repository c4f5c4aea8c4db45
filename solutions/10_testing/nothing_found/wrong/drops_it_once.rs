// Why it tempts: cancel it, call it again, look at everything. A test that does this fails on
// broken code.
// Why it fails: it fails on code that is broken at its first wait. There are as many tests as
// there are points.
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
    for drops in [1, 2] {
        if what_comes_of(&call, 1, drops).await != undisturbed {
            return Unsafe;
        }
    }
    Safe
    // ANCHOR_END: mistake
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
