// Why it tempts: six functions, six verdicts: they stand in the table already.
// Why it fails: an audit that knows the names of those it accuses finds nobody new.
// Rejected by: damage_at_a_single_point_is_found
// Says: Your audit calls `first_wait` safe

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

pub async fn audit<F: AsyncFn(&Office) -> u32>(_call: F) -> Verdict {
    // ANCHOR: mistake
    let path = std::any::type_name::<F>();
    let name = path.rsplit("::").next().unwrap_or(path);
    let known = VERDICTS.iter().find(|(known, _)| *known == name);
    known.map_or(Safe, |(_, verdict)| *verdict)
    // ANCHOR_END: mistake
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
