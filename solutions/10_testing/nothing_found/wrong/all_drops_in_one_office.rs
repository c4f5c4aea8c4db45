// Why it tempts: dropped at each point, one after the other, and then done. If all of that has left
// no trace, none of it leaves one.
// Why it fails: what one drop has done, another one may undo.
// Rejected by: damage_by_one_drop_or_only_by_two_is_found
// Says: how often in each of your offices?

mod clerks;
mod office;

pub use clerks::{forward, hand_out, lock_away, register, stamp, translate};
pub use office::Office;

use Verdict::{Safe, Unsafe};
use probe::{Attempt, cancel_after};
use std::time::Duration;
use tokio::time::{sleep, timeout};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Safe,
    Unsafe,
}

const AN_HOUR: Duration = Duration::from_secs(3600);

pub async fn audit(call: impl AsyncFn(&Office) -> u32) -> Verdict {
    let calm = Office::open();
    let Attempt { output, polls: points } = cancel_after(usize::MAX, call(&calm)).await;
    sleep(AN_HOUR).await;
    let undisturbed = (output, calm.look());
    // ANCHOR: mistake
    let office = Office::open();
    let mut answer = None;
    for polls in 0..points {
        if answer.is_none() {
            answer = cancel_after(polls, call(&office)).await.output;
        }
    }
    // ANCHOR_END: mistake
    if answer.is_none() {
        answer = timeout(AN_HOUR, call(&office)).await.ok();
    }
    sleep(AN_HOUR).await;
    if (answer, office.look()) == undisturbed { Safe } else { Unsafe }
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
