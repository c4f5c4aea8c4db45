mod clerks;
mod office;

pub use clerks::{forward, hand_out, lock_away, register, stamp, translate};
pub use office::Office;

use Verdict::{Safe, Unsafe};
use probe::cancel_after;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Cancel-safe. The call may be dropped anywhere, also before its first poll, and the one that
    /// is made in its place may be dropped too. The one that is then done returns what an
    /// undisturbed call returns, and an hour later the office looks as it would look after that.
    Safe,
    /// Anything else. A call that is not done after an hour never is.
    Unsafe,
}

/// Finds out whether `call`, which nobody knows, is cancel-safe.
pub async fn audit(call: impl AsyncFn(&Office) -> u32) -> Verdict {
    // TODO: this audit has never found anything.
    let office = Office::open();
    cancel_after(1, call(&office)).await;
    if call(&office).await == 7 { Safe } else { Unsafe }
}

/// What the audit says of the six ways to deal with a letter.
pub const VERDICTS: [(&str, Verdict); 6] = [
    ("stamp", Safe),
    ("forward", Safe),
    ("register", Safe),
    ("translate", Safe),
    ("lock_away", Safe),
    ("hand_out", Safe),
];

#[cfg(test)]
mod check;
