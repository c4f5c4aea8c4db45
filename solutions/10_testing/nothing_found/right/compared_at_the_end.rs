// A new office, and all that is done in it, is one value; the runs are compared at the end.

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
    let mut seen = vec![run(&call, &[]).await.1];
    for polls in 0.. {
        let (drops, once) = run(&call, &[polls]).await;
        seen.push(once);
        if drops == 0 {
            break;
        }
        for again in 0.. {
            let (drops, twice) = run(&call, &[polls, again]).await;
            seen.push(twice);
            if drops < 2 {
                break;
            }
        }
    }
    seen.dedup();
    if seen.len() == 1 { Safe } else { Unsafe }
}

/// How often the call was dropped, and what has come of it.
async fn run(call: &impl AsyncFn(&Office) -> u32, cuts: &[usize]) -> (usize, String) {
    let office = Office::open();
    let mut drops = 0;
    let done = async {
        for polls in cuts {
            match cancel_after(*polls, call(&office)).await.output {
                Some(answer) => return answer,
                None => drops += 1,
            }
        }
        call(&office).await
    };
    let answer = timeout(AN_HOUR, done).await;
    sleep(AN_HOUR).await;
    (drops, format!("{answer:?} {}", office.look()))
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
