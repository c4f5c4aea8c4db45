#![doc = include_str!("../README.md")]

mod budget;
mod cancel;
mod check;
mod failure;
mod gate;
mod report;
mod tally;
mod trace;
mod watchdog;

pub use cancel::{Attempt, Cut, Sweep, cancel_after};
pub use check::{Check, settle};
pub use gate::Gate;
pub use tally::{Counted, Tally};
pub use trace::{Trace, TraceGuard};
pub use watchdog::STALL_EXIT_CODE;

/// Runs a scenario once, on a paused clock, under both watchdogs, and returns what it returned.
///
/// Short for [`Check::new().run(scenario)`](Check::run).
///
/// # Panics
///
/// When the scenario panics, and when a watchdog or a closing rule finds fault; see [`Check`].
///
/// ```
/// let seconds = probe::run(async {
///     let start = tokio::time::Instant::now();
///     tokio::time::sleep(std::time::Duration::from_secs(3600)).await; // Takes no real time.
///     start.elapsed().as_secs()
/// });
/// assert_eq!(seconds, 3600);
/// ```
#[track_caller]
pub fn run<T>(scenario: impl Future<Output = T>) -> T {
    Check::new().run(scenario)
}

/// Runs a scenario again and again and drops the code under test at another *natural suspension*
/// each time: before the first poll, after the first `Pending`, after the second …
///
/// Short for [`Check::new().at_every_suspension(scenario)`](Check::at_every_suspension).
///
/// # Panics
///
/// As [`run`]; the message names the cancellation point.
///
/// ```
/// use std::cell::Cell;
///
/// async fn deposit(balance: &Cell<u32>, amount: u32) {
///     tokio::task::yield_now().await; // Ask the bank.
///     balance.set(balance.get() + amount);
/// }
///
/// let sweep = probe::at_every_suspension(async |cut| {
///     let balance = Cell::new(0);
///     let done = cut.run(deposit(&balance, 5)).await.is_some();
///     assert_eq!(balance.get(), if done { 5 } else { 0 }, "all or nothing");
/// });
/// assert_eq!(sweep.points, 2); // Never polled, and suspended once.
/// ```
#[track_caller]
pub fn at_every_suspension(scenario: impl AsyncFn(&Cut)) -> Sweep {
    Check::new().at_every_suspension(scenario)
}

/// Like [`at_every_suspension`], and drops the code also where a tokio operation was ready at once.
///
/// Short for [`Check::new().at_every_leaf(scenario)`](Check::at_every_leaf).
///
/// # Panics
///
/// As [`run`]; the message names the cancellation point.
#[track_caller]
pub fn at_every_leaf(scenario: impl AsyncFn(&Cut)) -> Sweep {
    Check::new().at_every_leaf(scenario)
}
