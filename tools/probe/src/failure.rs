//! The faults that probe finds by itself, each with the sentence that says what it means.

use crate::report::{Phase, Report};
use std::fmt::{self, Write as _};
use std::time::Duration;

/// What a check has found to be wrong. Times are of the paused clock if not said otherwise.
#[derive(Debug)]
pub(crate) enum Failure {
    Panic,
    UnseenPanic,
    Deadlock { last_polled: Duration, limit: Duration, others: usize },
    NeverEnds { clock: Duration },
    NeverRests { seconds: u64, polls: u64, clock: Duration },
    WaitsOutside { seconds: u64, clock: Duration },
    LeftRunning { tasks: usize },
    TooManyPoints { polls: usize },
    NothingToCut,
    Abandoned,
}

impl Failure {
    pub(crate) fn write(&self, out: &mut String, report: &Report) -> fmt::Result {
        match self {
            Failure::Panic => Ok(()), // The panic speaks for itself.
            Failure::UnseenPanic => writeln!(
                out,
                "  UNSEEN PANIC  Something panicked, and the check went on as if nothing had.\n\n  \
                 tokio keeps the panic of a task in its `JoinHandle`, and `catch_unwind` keeps what it\n  \
                 catches. If it is meant to panic: `Check::panics_expected`."
            ),
            Failure::Deadlock { last_polled, limit, others } => {
                let others = match others {
                    0 => "Nobody is left to wake it.".to_owned(),
                    1 => "One other task is alive, and does not wake it.".to_owned(),
                    n => format!("{n} other tasks are alive, and none of them wakes it."),
                };
                writeln!(
                    out,
                    "  DEADLOCK  The check waits, and nothing ever wakes it.\n\n  \
                     It was last polled at {} of the paused clock; the clock then ran on to {}\n  \
                     without a wake-up. {others}\n  \
                     Look for a wait whose other side is gone, was never polled, or has thrown the\n  \
                     waker away.",
                    Span(*last_polled),
                    Span(*limit)
                )?;
                if report.point.is_some() {
                    writeln!(out, "  (Code that is meant to wait for ever: `Check::up_to`.)")?;
                }
                match report.manner.deadlock_means {
                    Some(meaning) => {
                        writeln!(out)?;
                        meaning.lines().try_for_each(|line| writeln!(out, "  {line}"))
                    }
                    None => Ok(()),
                }
            }
            Failure::NeverEnds { clock } => writeln!(
                out,
                "  NEVER ENDS  The check is still being woken after {} of the paused clock.\n\n  \
                 Look for a loop that has no way out: an interval without an end, a retry without a\n  \
                 limit. (Code that needs so long: `Check::clock_limit`.)",
                Span(*clock)
            ),
            Failure::NeverRests { seconds, polls, clock } => writeln!(
                out,
                "  NEVER RESTS  For {seconds} s of real time there was always a task to run.\n\n  \
                 The check itself was polled {}; the paused clock moves only when all is\n  \
                 idle, and stands at {}. Look for a future that wakes itself for ever: a loop\n  \
                 around `yield_now`, or one that asks again and again instead of waiting.",
                if *polls == 1 { "once".to_owned() } else { format!("{polls} times") },
                Span(*clock)
            ),
            Failure::WaitsOutside { seconds, clock } => writeln!(
                out,
                "  WAITS OUTSIDE  Every task has been idle for {seconds} s of real time.\n\n  \
                 They wait for something that the paused clock cannot bring: a `spawn_blocking` that\n  \
                 does not end, or a clock that was resumed. It stands at {}.",
                Span(*clock)
            ),
            Failure::LeftRunning { tasks } => writeln!(
                out,
                "  LEFT RUNNING  The check is over and {} still running.\n\n  \
                 A spawned task belongs to the runtime: dropping its handle, or the future that\n  \
                 spawned it, does not end it. Await it, or abort it and await the end.",
                match tasks {
                    1 => "1 task is".to_owned(),
                    n => format!("{n} tasks are"),
                }
            ),
            Failure::TooManyPoints { polls } => writeln!(
                out,
                "  NEVER ENDS  The code under test is not done after {polls} polls.\n\n  \
                 Look for a loop that has no way out, or a future that wakes itself for ever.\n  \
                 (If it is meant to run for ever, end the sweep with `Check::up_to`.)"
            ),
            Failure::NothingToCut => writeln!(
                out,
                "  NOTHING TO CUT  The scenario never called `cut.run(…)`.\n\n  \
                 Nothing was cancelled, so nothing was proved."
            ),
            Failure::Abandoned => writeln!(
                out,
                "  ABANDONED  `cut.run(…)` was itself dropped, by a timeout or a race around it.\n\n  \
                 Whether its code would have ended is not known, so the sweep proves nothing. Put the\n  \
                 timeout or the race inside."
            ),
        }
    }
}

/// Of a thread that does not come back. `computing` is `None` where the system does not tell.
pub(crate) fn write_stuck(
    out: &mut String,
    seconds: u64,
    computing: Option<bool>,
    phase: Option<Phase>,
) -> fmt::Result {
    let (how, look_for) = match computing {
        Some(true) => (
            "it is computing all the time",
            "Look for a loop without an `.await` that suspends. Nothing can cancel such code:\n  \
             a future is dropped between two polls, and this poll does not end.",
        ),
        Some(false) => (
            "it is asleep",
            "Look for a call that blocks the thread: `std::thread::sleep`, a blocking lock,\n  \
             channel or read. Nothing can cancel such code: a future is dropped between two\n  \
             polls, and this poll does not end.",
        ),
        None => (
            "it is asleep or computing",
            "Look for a call that blocks the thread, such as `std::thread::sleep`, or a loop\n  \
             without an `.await` that suspends.",
        ),
    };
    let place = match phase {
        Some(Phase::Scenario) => "It is inside the check, or code that it awaits directly.\n  ",
        Some(Phase::Tasks) => "It is inside a task that was spawned.\n  ",
        Some(Phase::Poll(_)) => "It is inside a poll of the code under test.\n  ",
        Some(Phase::Drop(_)) => "It is inside a destructor of the code under test.\n  ",
        Some(Phase::Teardown) => {
            "It is taking the runtime down, which drops tasks and waits for blocking ones.\n  "
        }
        None => "",
    };
    writeln!(
        out,
        "  STUCK  The thread has not come back for {seconds} s of real time: {how}.\n\n  \
         {place}{look_for}\n\n  \
         A thread cannot be ended from outside, so the whole test process stops here\n  \
         (exit code {}).",
        crate::STALL_EXIT_CODE
    )
}

/// A time on the paused clock, in the largest unit that does not hide anything.
pub(crate) struct Span(pub(crate) Duration);

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let millis = self.0.as_millis();
        if millis >= 3_600_000 && millis.is_multiple_of(3_600_000) {
            write!(f, "{} h", millis / 3_600_000)
        } else if millis >= 1000 && millis.is_multiple_of(1000) {
            write!(f, "{} s", millis / 1000)
        } else {
            write!(f, "{millis} ms")
        }
    }
}
