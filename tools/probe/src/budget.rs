use std::task::{Context, Poll};
use tokio::task::coop::{has_budget_remaining, poll_proceed};

/// Far above any budget that tokio gives to one poll (128 in 1.54).
const FAR_TOO_MANY: usize = 1 << 16;

/// Uses up the cooperative budget of the current poll but for `units`, so that so many tokio operations
/// go through and the next one suspends. Returns how many are left, which may be fewer.
///
/// The budget is measured, not assumed: unit after unit is taken until none is left, and the last ones are
/// given back. That costs what 128 additions cost, on every poll.
///
/// # Panics
///
/// Outside a task of a tokio runtime, and within `unconstrained`: there the budget has no end, and a
/// sweep that needs it would pass without having cancelled anything.
pub(crate) fn leave(units: usize, cx: &mut Context<'_>) -> usize {
    let mut taken = Vec::new();
    // Asking tokio for a unit when there is none would wake the task, and it would never rest.
    while has_budget_remaining()
        && let Poll::Ready(unit) = poll_proceed(cx)
    {
        taken.push(unit);
        assert!(
            taken.len() < FAR_TOO_MANY,
            "probe: tokio's cooperative budget has no end here, so nothing can be cut at every leaf; \
             poll the code under test on a task of a tokio runtime and outside of `unconstrained`"
        );
    }
    let left = units.min(taken.len());
    // Each holds what the budget was before it was taken, and tokio goes back to that if it is dropped
    // unused: so this one, and none of the others, brings back what shall be left.
    let restoring = taken.len() - left;
    for (i, unit) in taken.into_iter().enumerate() {
        if i != restoring {
            unit.made_progress();
        }
    }
    left
}
