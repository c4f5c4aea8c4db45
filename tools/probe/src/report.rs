//! What a running check knows about itself, so that a failure can tell the whole story.

use std::any::Any;
use std::cell::RefCell;
use std::fmt::{self, Write as _};
use std::panic::{self, PanicHookInfo};
use std::sync::{Arc, Mutex, MutexGuard, Once, PoisonError};
use std::time::Duration;

/// Longer stories are cut in the middle: the beginning and the end are what explains.
const LONGEST_STORY: usize = 60;

/// What comes after this line was done by destructors, while a panic unwound.
const FAILED_HERE: &str = "! failed here";

/// Which code the thread is in, as far as probe can know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Phase {
    /// In the check itself, or in code that it awaits directly.
    #[default]
    Scenario,
    /// In the code under test, within this poll, counted from 1.
    Poll(usize),
    /// In a destructor of the code under test, which was dropped after so many polls.
    Drop(usize),
    /// After the scenario: the runtime is being taken down.
    Teardown,
}

/// What a check has found to be wrong.
#[derive(Debug)]
pub(crate) enum Failure {
    Panic,
    Deadlock { last_polled: Duration, limit: Duration },
    NeverEnds { clock: Duration },
    NeverRests { seconds: u64, polls: u64, clock: Duration },
    LeftRunning { tasks: usize },
    UnseenPanic,
    TooManyPoints { polls: usize },
    NothingToCut,
}

/// A story line: what was noted, or where the code was dropped.
struct Line {
    at: Duration,
    text: String,
}

struct Panicked {
    message: String,
    place: String,
    phase: Phase,
}

/// The record of one run of a scenario.
pub(crate) struct Report {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    story: Vec<Line>,
    panics: Vec<Panicked>,
    phase: Phase,
    /// After how many polls the code under test is dropped in this run of a sweep.
    point: Option<usize>,
    manner: Manner,
}

/// How the author of a check wants its failures told.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Manner {
    pub(crate) story_is_secret: bool,
    pub(crate) deadlock_means: Option<&'static str>,
}

thread_local! {
    static CURRENT: RefCell<Option<Arc<Report>>> = const { RefCell::new(None) };
}

/// Calls `f` with the report of the check that runs on this thread, if there is one.
pub(crate) fn with_current(f: impl FnOnce(&Report)) {
    // While a thread ends, its locals are gone and a late destructor has nobody to tell.
    let report = CURRENT.try_with(|current| current.borrow().clone());
    if let Ok(Some(report)) = report {
        f(&report);
    }
}

/// Makes `report` the current one of this thread until the value is dropped.
pub(crate) fn enter(report: &Arc<Report>) -> Entered {
    install_hook();
    Entered { before: CURRENT.with(|current| current.replace(Some(Arc::clone(report)))) }
}

pub(crate) struct Entered {
    before: Option<Arc<Report>>,
}

impl Drop for Entered {
    fn drop(&mut self) {
        CURRENT.with(|current| current.replace(self.before.take()));
    }
}

impl Report {
    /// For a run that drops the code under test after `point` polls, or for one that drops nothing.
    pub(crate) fn new(point: Option<usize>, manner: Manner) -> Report {
        Report { state: Mutex::new(State { point, manner, ..State::default() }) }
    }

    pub(crate) fn note(&self, text: &str) {
        let at = virtual_now();
        self.lock().story.push(Line { at, text: format!("  {text}") });
    }

    pub(crate) fn enter_phase(&self, phase: Phase) {
        let mut state = self.lock();
        if let Phase::Drop(polls) = phase {
            let when = match polls {
                0 => "before its first poll".to_owned(),
                n => format!("after poll {n}"),
            };
            state.story.push(Line { at: virtual_now(), text: format!("× dropped here, {when}") });
        }
        state.phase = phase;
    }

    pub(crate) fn has_panicked(&self) -> bool {
        !self.lock().panics.is_empty()
    }

    /// The whole text of a failure.
    pub(crate) fn compose(&self, failure: &Failure) -> String {
        let state = self.lock();
        let mut text = String::from("\n");
        // Writing to a string cannot fail.
        let _ = state.write_failure(&mut text, failure);
        let _ = state.write_context(&mut text);
        text
    }

    /// The text for a thread that does not give itself back. Says nothing about locks: the stuck
    /// thread may hold ours.
    pub(crate) fn compose_stuck(&self, seconds: u64, spinning: Option<bool>) -> String {
        let Ok(state) = self.state.try_lock() else {
            return format!("\n  STUCK  The thread has not come back for {seconds} s.\n");
        };
        let mut text = String::from("\n");
        let _ = state.write_stuck(&mut text, seconds, spinning);
        let _ = state.write_context(&mut text);
        text
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn write_failure(&self, out: &mut String, failure: &Failure) -> fmt::Result {
        match failure {
            Failure::Panic => self.write_panics(out),
            Failure::Deadlock { last_polled, limit } => {
                writeln!(
                    out,
                    "  DEADLOCK  The check waits, and nobody is left to wake it.\n\n  \
                     It was last polled at {} of the paused clock; the clock then ran on to {}\n  \
                     without a single wake-up. Look for a wait whose other side is gone, was never\n  \
                     polled, or has thrown the waker away.",
                    Span(*last_polled),
                    Span(*limit)
                )?;
                match self.manner.deadlock_means {
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
                 Look for a loop that has no way out: an interval without an end, a retry\n  \
                 without a limit.",
                Span(*clock)
            ),
            Failure::NeverRests { seconds, polls, clock } => writeln!(
                out,
                "  NEVER RESTS  Tasks have been busy for {seconds} s of real time without ever being idle.\n\n  \
                 The check itself was polled {}; the paused clock moves only when all is\n  \
                 idle, and stands at {}. Look for a future that wakes itself for ever: a loop\n  \
                 around `yield_now`, or one that asks again and again instead of waiting.",
                if *polls == 1 { "once".to_owned() } else { format!("{polls} times") },
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
            Failure::UnseenPanic => {
                writeln!(
                    out,
                    "  UNSEEN PANIC  Something panicked, and the check went on as if nothing had.\n\n  \
                     tokio catches the panic of a spawned task and keeps it in the `JoinHandle`."
                )?;
                self.write_panics(out)
            }
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
        }
    }

    fn write_panics(&self, out: &mut String) -> fmt::Result {
        for Panicked { message, place, phase } in &self.panics {
            match phase {
                Phase::Scenario => {}
                Phase::Poll(n) => writeln!(out, "  PANIC in the code under test, in poll {n}\n")?,
                Phase::Drop(0) => writeln!(
                    out,
                    "  PANIC in a destructor, while the future was dropped before its first poll\n"
                )?,
                Phase::Drop(n) => writeln!(
                    out,
                    "  PANIC in a destructor, while the future was dropped after poll {n}\n"
                )?,
                Phase::Teardown => {
                    writeln!(out, "  PANIC after the check, while the runtime was taken down\n")?;
                }
            }
            for line in plain(message).lines() {
                writeln!(out, "  {line}")?;
            }
            writeln!(out, "  at {place}")?;
        }
        Ok(())
    }

    fn write_stuck(&self, out: &mut String, seconds: u64, spinning: Option<bool>) -> fmt::Result {
        let (how, look_for) = match spinning {
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
        let place = match self.phase {
            Phase::Scenario => "the check, or code that it awaits directly",
            Phase::Poll(_) => "a poll of the code under test",
            Phase::Drop(_) => "a destructor of the code under test",
            Phase::Teardown => "taking the runtime down, which waits for blocking tasks",
        };
        writeln!(
            out,
            "  STUCK  The thread has not come back for {seconds} s of real time: {how}.\n\n  \
             It is inside {place}.\n  {look_for}\n\n  \
             A thread cannot be ended from outside, so the whole test process stops here\n  \
             (exit code {}).",
            crate::STALL_EXIT_CODE
        )
    }

    /// Where the code was cut and what had happened.
    fn write_context(&self, out: &mut String) -> fmt::Result {
        if let Some(point) = self.point {
            let code = "the code under test";
            match point {
                0 => writeln!(out, "\n  This run dropped {code} before its first poll.")?,
                1 => writeln!(out, "\n  This run dropped {code} after 1 poll.")?,
                n => writeln!(out, "\n  This run dropped {code} after {n} polls.")?,
            }
        }
        // Where nothing came after it, the line that marks the failure says nothing.
        let story = match &self.story[..] {
            [story @ .., last] if last.text == FAILED_HERE => story,
            story => story,
        };
        if story.is_empty() || self.manner.story_is_secret {
            return Ok(());
        }
        writeln!(out, "\n  What happened, in order:")?;
        let timed = story.iter().any(|line| !line.at.is_zero());
        let hidden = story.len().saturating_sub(LONGEST_STORY);
        for (i, line) in story.iter().enumerate() {
            if hidden > 0 && i == LONGEST_STORY / 2 {
                writeln!(out, "      … {hidden} more …")?;
            }
            if hidden > 0 && (LONGEST_STORY / 2..LONGEST_STORY / 2 + hidden).contains(&i) {
                continue;
            }
            if timed {
                writeln!(out, "    {:>8}  {}", Span(line.at).to_string(), line.text)?;
            } else {
                writeln!(out, "    {}", line.text)?;
            }
        }
        Ok(())
    }
}

/// Without what `assert_eq!` puts before the sentence that its author wrote.
fn plain(message: &str) -> &str {
    let rest = message.strip_prefix("assertion `left == right` failed: ");
    rest.or_else(|| message.strip_prefix("assertion `left != right` failed: ")).unwrap_or(message)
}

/// A time on the paused clock, in the largest unit that does not hide anything.
struct Span(Duration);

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

thread_local! {
    static CLOCK_START: RefCell<Option<tokio::time::Instant>> = const { RefCell::new(None) };
}

/// Starts the clock that stories are told by. Within a runtime only.
pub(crate) fn start_clock() {
    let now = tokio::time::Instant::now();
    CLOCK_START.with(|start| start.replace(Some(now)));
}

/// The paused clock's time since the run began; zero outside of a run.
pub(crate) fn virtual_now() -> Duration {
    if tokio::runtime::Handle::try_current().is_err() {
        return Duration::ZERO;
    }
    let start = CLOCK_START.try_with(|start| *start.borrow()).ok().flatten();
    start.map_or(Duration::ZERO, |start| tokio::time::Instant::now() - start)
}

/// Prints the failure once, without a backtrace, and unwinds with it as the payload.
pub(crate) fn fail(report: &Report, failure: &Failure) -> ! {
    let text = report.compose(failure);
    eprintln!("{text}");
    // Not `panic!`: the hook would print the text a second time, and 28 frames of tokio with it.
    panic::resume_unwind(Box::new(text))
}

/// From now on a panic on a thread that runs a check is kept for the check's report, not printed.
fn install_hook() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let mut recorded = false;
            with_current(|report| {
                record(report, info);
                recorded = true;
            });
            if !recorded || std::env::var_os("PROBE_BACKTRACE").is_some_and(|value| value != "0") {
                before(info);
            }
        }));
    });
}

fn record(report: &Report, info: &PanicHookInfo<'_>) {
    let message = payload_text(info.payload());
    let place = info
        .location()
        .map_or_else(|| "an unknown place".to_owned(), |at| format!("{}:{}", at.file(), at.line()));
    let aborts = info.location().is_some_and(|at| at.file().ends_with("core/src/panicking.rs"));
    let mut state = report.lock();
    let phase = state.phase;
    if aborts {
        // A second panic while the first one unwinds: the process ends when the hook returns, so
        // this is the last chance to say anything.
        let mut text = String::from(
            "\n  DOUBLE PANIC  A destructor panicked while another panic was unwinding; Rust then ends the process.\n\n",
        );
        let _ = state.write_panics(&mut text);
        let _ = state.write_context(&mut text);
        crate::watchdog::print_uncaptured(&text);
    } else {
        if state.panics.is_empty() {
            state.story.push(Line { at: virtual_now(), text: FAILED_HERE.to_owned() });
        }
        state.panics.push(Panicked { message, place, phase });
    }
}

fn payload_text(payload: &(dyn Any + Send)) -> String {
    if let Some(text) = payload.downcast_ref::<&str>() {
        (*text).to_owned()
    } else if let Some(text) = payload.downcast_ref::<String>() {
        text.clone()
    } else {
        "a panic whose payload is not text".to_owned()
    }
}
