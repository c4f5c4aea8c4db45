// Two loops and one comparison. For each first drop, and for each pair of drops, a new office goes
// through the same: dropped, called once more until it is done, left alone for an hour. What comes
// of it is compared with an office in which nothing was dropped, answer and look together. The last
// call also says how many points there are for a drop in its place: the second call may have more
// than the first one, or fewer. A call that does not come back within an hour is `None`, and `None`
// differs.

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
    let (undisturbed, points) = what_comes_of(&call, &[]).await;
    for first in 0..points {
        let (after_one_drop, points) = what_comes_of(&call, &[first]).await;
        if after_one_drop != undisturbed {
            return Unsafe;
        }
        for second in 0..points {
            let (after_two_drops, _) = what_comes_of(&call, &[first, second]).await;
            if after_two_drops != undisturbed {
                return Unsafe;
            }
        }
    }
    Safe
}

/// What comes of a call in an office where others were dropped, each after so many polls: its
/// answer, if there is one, and the look. And at how many points it could have been dropped itself.
async fn what_comes_of(
    call: &impl AsyncFn(&Office) -> u32,
    drops: &[usize],
) -> ((Option<u32>, String), usize) {
    let office = Office::open();
    for polls in drops {
        cancel_after(*polls, call(&office)).await;
    }
    let last = timeout(AN_HOUR, cancel_after(usize::MAX, call(&office))).await;
    // Whatever was left behind, a clean-up or an orphan, has time to come.
    sleep(AN_HOUR).await;
    let (answer, points) = last.map_or((None, 0), |last| (last.output, last.polls));
    ((answer, office.look()), points)
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
