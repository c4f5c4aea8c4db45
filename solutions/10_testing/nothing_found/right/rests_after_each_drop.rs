// An hour after each drop as well; and three drops, because why not.

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
    let (undisturbed, points) = what_comes_of(&call, &[]).await;
    let mut to_do: Vec<Vec<usize>> = (0..points).map(|polls| vec![polls]).collect();
    while let Some(drops) = to_do.pop() {
        let (seen, points) = what_comes_of(&call, &drops).await;
        if seen != undisturbed {
            return Unsafe;
        }
        if drops.len() < 3 {
            to_do.extend((0..points).map(|polls| [&drops[..], &[polls]].concat()));
        }
    }
    Safe
}

async fn what_comes_of(
    call: &impl AsyncFn(&Office) -> u32,
    drops: &[usize],
) -> ((Option<u32>, String), usize) {
    let office = Office::open();
    for polls in drops {
        cancel_after(*polls, call(&office)).await;
        sleep(AN_HOUR).await;
    }
    let last = timeout(AN_HOUR, cancel_after(usize::MAX, call(&office))).await;
    sleep(AN_HOUR).await;
    let (answer, points) = last.map_or((None, 0), |last| (last.output, last.polls));
    ((answer, office.look()), points)
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
