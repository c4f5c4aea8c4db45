//! What a running check knows about itself, so that a failure can tell the whole story.

use crate::failure::{Failure, Span, write_stuck};
use std::any::Any;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::fmt::{self, Write as _};
use std::panic::{self, Location, PanicHookInfo};
use std::sync::{Arc, Mutex, MutexGuard, Once, PoisonError};
use std::thread;
use std::time::Duration;
use tokio::time::Instant;

/// Longer stories are cut in the middle: the beginning and the end are what explains.
const LONGEST_STORY: usize = 60;

/// Marks where the check failed; what comes after it was done by destructors.
const FAILED_HERE: &str = "! failed here";

/// Which code the thread is in, as far as probe can know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Phase {
    /// In the check itself, or in code that it awaits directly.
    Scenario,
    /// In a task that was spawned, or in nobody's code.
    #[default]
    Tasks,
    /// In the code under test, within this poll, counted from 1.
    Poll(usize),
    /// In a destructor of the code under test, which was dropped after so many polls.
    Drop(usize),
    /// After the scenario: the runtime is being taken down.
    Teardown,
}

/// How the author of a check wants its failures told.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Manner {
    pub(crate) story_is_secret: bool,
    pub(crate) deadlock_means: Option<&'static str>,
}

/// The record of one run of a scenario.
pub(crate) struct Report {
    /// Where the check was called, and by which test.
    place: &'static Location<'static>,
    test: Option<String>,
    /// After how many polls the code under test is dropped in this run of a sweep.
    pub(crate) point: Option<usize>,
    pub(crate) manner: Manner,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    began: Option<Instant>,
    story: Story,
    panics: Vec<Panicked>,
    phase: Phase,
    verdict: Option<Failure>,
}

/// The first events and the last ones; a loop without an end must not fill the memory.
#[derive(Default)]
struct Story {
    first: Vec<Line>,
    last: VecDeque<Line>,
    left_out: usize,
}

struct Line {
    at: Duration,
    text: String,
}

struct Panicked {
    message: String,
    place: String,
    phase: Phase,
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

/// Makes `report` the current one of a thread that the run started, as long as that thread lives.
pub(crate) fn adopt_thread(report: &Arc<Report>) {
    CURRENT.with(|current| current.replace(Some(Arc::clone(report))));
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
    pub(crate) fn new(
        place: &'static Location<'static>,
        point: Option<usize>,
        manner: Manner,
    ) -> Report {
        // Under libtest a thread is named after its test.
        let test = thread::current().name().filter(|name| *name != "main").map(str::to_owned);
        Report { place, test, point, manner, state: Mutex::default() }
    }

    /// Stories are told by the clock that begins here. Within a runtime only.
    pub(crate) fn start_clock(&self) {
        self.lock().began = Some(Instant::now());
    }

    /// The paused clock's time since the run began; zero outside of a run.
    pub(crate) fn clock(&self) -> Duration {
        self.lock().clock()
    }

    pub(crate) fn note(&self, text: &str) {
        self.lock().tell(format!("  {text}"));
    }

    /// Enters a phase and returns the one before it.
    pub(crate) fn enter_phase(&self, phase: Phase) -> Phase {
        std::mem::replace(&mut self.lock().phase, phase)
    }

    /// Marks in the story where the code under test is dropped.
    pub(crate) fn mark_drop(&self, polls: usize) {
        let when = match polls {
            0 => "before its first poll".to_owned(),
            n => format!("after poll {n}"),
        };
        self.lock().tell(format!("× dropped here, {when}"));
    }

    /// The first fault that is found is the verdict; what fails after it, fails because of it.
    pub(crate) fn condemn(&self, failure: Failure) {
        let mut state = self.lock();
        if state.verdict.is_none() {
            // A panic was marked when it happened; by now destructors have run.
            if !matches!(failure, Failure::Panic) {
                state.mark_failure();
            }
            state.verdict = Some(failure);
        }
    }

    pub(crate) fn is_condemned(&self) -> bool {
        self.lock().verdict.is_some()
    }

    pub(crate) fn has_panicked(&self) -> bool {
        !self.lock().panics.is_empty()
    }

    /// Records a panic that the hook has not seen, such as somebody's `resume_unwind`.
    pub(crate) fn record_payload(&self, payload: &(dyn Any + Send)) {
        let mut state = self.lock();
        if state.panics.is_empty() {
            let phase = state.phase;
            let place = "an unknown place (it was resumed)".to_owned();
            state.panics.push(Panicked { message: payload_text(payload), place, phase });
        }
    }

    /// The whole text of the verdict.
    pub(crate) fn compose(&self) -> String {
        let state = self.lock();
        let mut text = String::from("\n");
        // Writing to a string cannot fail.
        let _ = self.write_verdict(&mut text, &state);
        let _ = self.write_context(&mut text, &state);
        text
    }

    /// The text for a thread that does not give itself back, which may hold the lock of this report.
    pub(crate) fn compose_stuck(&self, seconds: u64, computing: Option<bool>) -> String {
        let mut text = String::from("\n");
        for _ in 0..100 {
            if let Ok(state) = self.state.try_lock() {
                let _ = write_stuck(&mut text, seconds, computing, Some(state.phase));
                if state.verdict.is_some() || !state.panics.is_empty() {
                    let _ = writeln!(text, "\n  Before that:\n");
                    let _ = self.write_verdict(&mut text, &state);
                }
                let _ = self.write_context(&mut text, &state);
                return text;
            }
            thread::sleep(Duration::from_millis(1));
        }
        let _ = write_stuck(&mut text, seconds, computing, None);
        text
    }

    fn write_verdict(&self, out: &mut String, state: &State) -> fmt::Result {
        match &state.verdict {
            Some(Failure::Panic) | None => return state.write_panics(out),
            Some(failure) => failure.write(out, self)?,
        }
        if !state.panics.is_empty() {
            writeln!(out, "\n  This panicked:\n")?;
            state.write_panics(out)?;
        }
        Ok(())
    }

    /// Where the code was cut, what had happened, and which check says so.
    fn write_context(&self, out: &mut String, state: &State) -> fmt::Result {
        let code = "the code under test";
        match self.point {
            None => {}
            Some(0) => writeln!(out, "\n  This run dropped {code} before its first poll.")?,
            Some(1) => writeln!(out, "\n  This run dropped {code} after 1 poll.")?,
            Some(n) => writeln!(out, "\n  This run dropped {code} after {n} polls.")?,
        }
        if !self.manner.story_is_secret {
            state.story.write(out)?;
        }
        let only_panicked = matches!(state.verdict, Some(Failure::Panic));
        match &self.test {
            // The place of the assertion stands above already.
            _ if only_panicked => Ok(()),
            Some(test) => writeln!(out, "\n  The check at {} in `{test}`", at(self.place)),
            None => writeln!(out, "\n  The check at {}", at(self.place)),
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn clock(&self) -> Duration {
        // Outside of a runtime there is no paused clock to ask.
        match self.began {
            Some(began) if tokio::runtime::Handle::try_current().is_ok() => Instant::now() - began,
            _ => Duration::ZERO,
        }
    }

    fn tell(&mut self, text: String) {
        let line = Line { at: self.clock(), text };
        self.story.add(line);
    }

    fn mark_failure(&mut self) {
        self.tell(FAILED_HERE.to_owned());
    }

    fn write_panics(&self, out: &mut String) -> fmt::Result {
        for Panicked { message, place, phase } in &self.panics {
            match phase {
                Phase::Scenario => {}
                Phase::Tasks => writeln!(out, "  PANIC in a task or a thread that was spawned\n")?,
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
}

impl Story {
    fn add(&mut self, line: Line) {
        if self.first.len() < LONGEST_STORY / 2 {
            self.first.push(line);
            return;
        }
        self.last.push_back(line);
        if self.last.len() > LONGEST_STORY / 2 {
            self.last.pop_front();
            self.left_out += 1;
        }
    }

    fn write(&self, out: &mut String) -> fmt::Result {
        let mut lines: Vec<&Line> = self.first.iter().chain(&self.last).collect();
        // Where nothing came after it, the line that marks the failure says nothing.
        if lines.last().is_some_and(|line| line.text == FAILED_HERE) {
            lines.pop();
        }
        if lines.is_empty() {
            return Ok(());
        }
        writeln!(out, "\n  What happened, in order:")?;
        let timed = lines.iter().any(|line| !line.at.is_zero());
        for (i, line) in lines.into_iter().enumerate() {
            if i == self.first.len() && self.left_out > 0 {
                writeln!(out, "      … {} more …", self.left_out)?;
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

/// Prints the verdict once, without a backtrace, and unwinds with it as the payload.
pub(crate) fn fail(report: &Report) -> ! {
    let text = report.compose();
    eprintln!("{text}");
    // Not `panic!`: the hook would print the text a second time, and 28 frames of tokio with it.
    panic::resume_unwind(Box::new(text))
}

/// From now on a panic on a thread that runs a check is kept for the check's report, not printed.
fn install_hook() {
    static HOOK: Once = Once::new();
    if thread::panicking() {
        return; // A check in a destructor: std forbids to change the hook now.
    }
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
    let place = info.location().map_or_else(|| "an unknown place".to_owned(), at);
    let aborts = place.contains("core/src/panicking.rs");
    let mut state = report.lock();
    if aborts {
        // A second panic while the first one unwinds: the process ends when the hook returns, so
        // this is the last chance to say anything.
        let mut text = String::from(
            "\n  DOUBLE PANIC  A destructor panicked while another panic was unwinding; Rust then ends the process.\n\n",
        );
        let _ = report.write_verdict(&mut text, &state);
        let _ = report.write_context(&mut text, &state);
        drop(state);
        crate::watchdog::print_uncaptured(text);
        return;
    }
    let phase = state.phase;
    if state.panics.is_empty() && state.verdict.is_none() {
        state.mark_failure();
    }
    state.panics.push(Panicked { message, place, phase });
}

fn at(location: &Location<'_>) -> String {
    format!("{}:{}", location.file().replace('\\', "/"), location.line())
}

fn payload_text(payload: &(dyn Any + Send)) -> String {
    let text = match (payload.downcast_ref::<&str>(), payload.downcast_ref::<String>()) {
        (Some(text), _) => text,
        (None, Some(text)) => text.as_str(),
        (None, None) => "a panic whose payload is not text",
    };
    // `expect` prints an error by its `Debug`, and that of anyhow brings a backtrace of its own.
    text.split("\n\nStack backtrace:\n").next().unwrap_or(text).to_owned()
}

/// Without what `assert_eq!` puts before the sentence that its author wrote.
fn plain(message: &str) -> &str {
    let rest = message.strip_prefix("assertion `left == right` failed: ");
    rest.or_else(|| message.strip_prefix("assertion `left != right` failed: ")).unwrap_or(message)
}
