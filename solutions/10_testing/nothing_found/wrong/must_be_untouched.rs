// Why it tempts: a call that was dropped must not have changed anything, so it is enough to look
// right after the drop.
// Why it fails: that is stricter than the promise. What was put aside is kept for the next call,
// and a key that comes back in five minutes comes back.
// Rejected by: what_is_safe_is_called_safe
// Says: Your audit accuses `resume`

mod clerks;
mod office;

pub use clerks::{forward, hand_out, lock_away, register, stamp, translate};
pub use office::Office;

use Verdict::{Safe, Unsafe};
use probe::cancel_after;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Safe,
    Unsafe,
}

pub async fn audit(call: impl AsyncFn(&Office) -> u32) -> Verdict {
    let points = cancel_after(usize::MAX, call(&Office::open())).await.polls;
    for polls in 0..points {
        // ANCHOR: mistake
        let office = Office::open();
        let before = office.look();
        cancel_after(polls, call(&office)).await;
        if office.look() != before {
            return Unsafe;
        }
        // ANCHOR_END: mistake
    }
    Safe
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
