use std::task::{Context, Poll};
use tokio::task::coop::{has_budget_remaining, poll_proceed};

/// Far above any budget that tokio gives to one poll (128 in 1.54).
const FAR_TOO_MANY: usize = 1 << 20;

/// Uses up the cooperative budget of the current poll but for one unit, so that the first tokio
/// operation goes through and the next one suspends.
///
/// The budget is measured, not assumed: unit after unit is taken until none is left, and the last one
/// is given back. That costs what 128 additions cost, on every poll.
///
/// # Panics
///
/// Outside a task of a tokio runtime, and within `unconstrained`: there the budget has no end, and a
/// sweep that needs it would pass without having cancelled anything.
pub(crate) fn leave_one(cx: &mut Context<'_>) {
    for _ in 0..FAR_TOO_MANY {
        let Poll::Ready(unit) = poll_proceed(cx) else {
            return; // Nothing was left: whatever comes next suspends, and the poll after it has a budget again.
        };
        if has_budget_remaining() {
            unit.made_progress();
        } else {
            drop(unit); // Not used: tokio puts it back.
            return;
        }
    }
    panic!(
        "probe: tokio's cooperative budget has no end here, so nothing can be cut at every leaf; \
         poll the code under test on a task of a tokio runtime and outside of `unconstrained`"
    );
}
