// Why it tempts: what is called unsafe is treated with care, and nothing can go wrong.
// Why it fails: a verdict that is always the same says nothing.
// Rejected by: what_is_safe_is_called_safe
// Says: Your audit accuses `stamp`

mod clerks;
mod office;

pub use clerks::{forward, hand_out, lock_away, register, stamp, translate};
pub use office::Office;

use Verdict::{Safe, Unsafe};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Safe,
    Unsafe,
}

// ANCHOR: mistake
pub async fn audit(_call: impl AsyncFn(&Office) -> u32) -> Verdict {
    Unsafe
}
// ANCHOR_END: mistake

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
