// Why it tempts: every pair of points is tried, so no pair is left.
// Why it fails: it is every pair of the first call's points. The second call finds another office,
// and may have more.
// Rejected by: damage_by_one_drop_or_only_by_two_is_found
// Says: How does your audit know how many points the second call has?

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
    let undisturbed = what_comes_of(&call, None, None).await;
    for polls in 0..points {
        // ANCHOR: mistake
        for again in (0..points).map(Some).chain([None]) {
            if what_comes_of(&call, Some(polls), again).await != undisturbed {
                return Unsafe;
            }
        }
        // ANCHOR_END: mistake
    }
    Safe
}

async fn what_comes_of(
    call: &impl AsyncFn(&Office) -> u32,
    first: Option<usize>,
    second: Option<usize>,
) -> (Option<u32>, String) {
    let office = Office::open();
    for polls in [first, second].into_iter().flatten() {
        if let Some(answer) = cancel_after(polls, call(&office)).await.output {
            sleep(AN_HOUR).await;
            return (Some(answer), office.look());
        }
    }
    let answer = timeout(AN_HOUR, call(&office)).await.ok();
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
