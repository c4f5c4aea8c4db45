// Three loops and one comparison. For every number of polls, none included, and for one drop and
// for two, a new office goes through the same: dropped, called again until it is done, left alone
// for an hour. What comes of it is compared with an office in which nothing was dropped, answer
// and look together. A call that does not come back within an hour is `None`, and `None` differs.

#[path = "../../exercises/10_testing/nothing_found/src/clerks.rs"]
mod clerks;
#[path = "../../exercises/10_testing/nothing_found/src/office.rs"]
mod office;

pub use clerks::{forward, hand_out, lock_away, register, stamp, translate};
pub use office::Office;

use Verdict::{Safe, Unsafe};
use probe::cancel_after;
use std::time::Duration;
use tokio::time::{sleep, timeout};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Cancel-safe. The call may be dropped anywhere, also before its first poll, and the one that
    /// is made in its place may be dropped too. The one that is then done returns what an
    /// undisturbed call returns, and an hour later the office looks as it would look after that.
    Safe,
    /// Anything else. A call that is not done after an hour never is.
    Unsafe,
}

const AN_HOUR: Duration = Duration::from_secs(3600);

/// Finds out whether `call`, which nobody knows, is cancel-safe.
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

/// The answer, if there is one, and the look of an office in which the call was dropped some times.
async fn what_comes_of(
    call: &impl AsyncFn(&Office) -> u32,
    polls: usize,
    drops: usize,
) -> (Option<u32>, String) {
    let office = Office::open();
    let mut answer = None;
    for _ in 0..drops {
        // The second call may be done earlier than the first one would have been.
        if answer.is_none() {
            answer = cancel_after(polls, call(&office)).await.output;
        }
    }
    if answer.is_none() {
        answer = timeout(AN_HOUR, call(&office)).await.ok();
    }
    // Whatever was left behind, a clean-up or an orphan, has time to come.
    sleep(AN_HOUR).await;
    (answer, office.look())
}

/// What the audit says of the six ways to deal with a letter.
pub const VERDICTS: [(&str, Verdict); 6] = [
    ("stamp", Safe),
    ("forward", Unsafe),
    ("register", Unsafe),
    ("translate", Safe),
    ("lock_away", Safe),
    ("hand_out", Unsafe),
];

#[cfg(test)]
#[path = "../../exercises/10_testing/nothing_found/src/check.rs"]
mod check;
