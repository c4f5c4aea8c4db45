// Why it tempts: who survives two drops survives one.
// Why it fails: the second drop can put right what the first one has done wrong. Flags and signs
// are like that.
// Rejected by: damage_by_one_drop_or_only_by_two_is_found
// Says: How often is a call dropped in production

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
        // ANCHOR: mistake
        if what_comes_of(&call, polls, 2).await != undisturbed {
            return Unsafe;
        }
        // ANCHOR_END: mistake
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
