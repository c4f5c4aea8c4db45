//! The watchdog for real time: a plain thread that looks whether the check's thread still answers.

use crate::report::Report;
use std::io::Write as _;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::SeqCst};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::task::Waker;
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// The exit code of a test process whose thread was stuck, the one of the command `timeout`.
pub const STALL_EXIT_CODE: i32 = 124;

/// Time is counted in turns of the watchdog, not read from a clock: a laptop that was asleep, or a
/// process that was stopped in a debugger, has not stalled.
const TURN: Duration = Duration::from_millis(50);

/// How long a thread may take to answer after it was asked.
const TURNS_TO_ANSWER: u32 = 20;

/// Watches one check until it is dropped.
pub(crate) struct Watchdog {
    watch: Arc<Watch>,
    thread: Option<JoinHandle<()>>,
}

/// What the check and its watchdog tell each other.
#[derive(Default)]
pub(crate) struct Watch {
    over: Mutex<bool>,
    bell: Condvar,
    /// Wakes the check's own task, to ask whether anything is still being polled.
    waker: Mutex<Option<Waker>>,
    asked: AtomicBool,
    answered: AtomicBool,
    /// Grows with every run of a sweep: each has the whole time for itself.
    beats: AtomicU64,
    report: Mutex<Option<Arc<Report>>>,
}

impl Watchdog {
    /// A limit of zero: no watchdog.
    pub(crate) fn start(watch: &Arc<Watch>, limit: Duration) -> Watchdog {
        let thread = (!limit.is_zero()).then(|| {
            let watch = Arc::clone(watch);
            let watched = ThreadUnderWatch::current();
            thread::Builder::new()
                .name("probe watchdog".to_owned())
                .spawn(move || watch.keep(limit, &watched))
                .expect("the system has room for one more thread")
        });
        Watchdog { watch: Arc::clone(watch), thread }
    }
}

impl Drop for Watchdog {
    fn drop(&mut self) {
        *self.watch.over.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.watch.bell.notify_all();
        if let Some(thread) = self.thread.take() {
            // It only waits and prints; a panic in it has no consequence worth hiding a verdict for.
            let _ = thread.join();
        }
    }
}

impl Watch {
    /// A new run begins.
    pub(crate) fn begin(&self, report: &Arc<Report>) {
        *self.report.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(report));
        self.asked.store(false, SeqCst);
        self.answered.store(false, SeqCst);
        self.beats.fetch_add(1, SeqCst);
    }

    /// The check's task is being polled. Returns true if the watchdog has lost its patience.
    pub(crate) fn is_polled(&self, waker: &Waker) -> bool {
        let mut slot = self.waker.lock().unwrap_or_else(PoisonError::into_inner);
        match &mut *slot {
            Some(old) => old.clone_from(waker),
            none => *none = Some(waker.clone()),
        }
        drop(slot);
        let asked = self.asked.load(SeqCst);
        if asked {
            self.answered.store(true, SeqCst);
        }
        asked
    }

    fn keep(&self, limit: Duration, watched: &ThreadUnderWatch) {
        let turns = u32::try_from(limit.as_millis() / TURN.as_millis()).unwrap_or(u32::MAX).max(1);
        loop {
            let beat = self.beats.load(SeqCst);
            let begun_anew = || self.beats.load(SeqCst) != beat;
            match self.wait(turns, begun_anew) {
                Waited::Over => return,
                Waited::Interrupted => continue,
                Waited::Whole => {}
            }
            // Patience is lost. If tasks are still being polled, the check's own task can report it
            // and only this test fails; if not, the thread is inside a poll and cannot be reached.
            self.answered.store(false, SeqCst);
            self.asked.store(true, SeqCst);
            if let Some(waker) = &*self.waker.lock().unwrap_or_else(PoisonError::into_inner) {
                waker.wake_by_ref();
            }
            let busy_before = watched.cpu_time();
            match self.wait(TURNS_TO_ANSWER, || self.answered.load(SeqCst) || begun_anew()) {
                Waited::Over => return,
                Waited::Interrupted => continue,
                Waited::Whole => {}
            }
            let busy = match (busy_before, watched.cpu_time()) {
                (Some(before), Some(now)) => Some(now - before > TURN * TURNS_TO_ANSWER / 4),
                _ => None,
            };
            if let Some(report) = &*self.report.lock().unwrap_or_else(PoisonError::into_inner) {
                let seconds = (limit + TURN * TURNS_TO_ANSWER).as_secs();
                print_uncaptured(&report.compose_stuck(seconds, busy));
            }
            std::process::exit(STALL_EXIT_CODE);
        }
    }

    fn wait(&self, turns: u32, interrupted: impl Fn() -> bool) -> Waited {
        let mut over = self.over.lock().unwrap_or_else(PoisonError::into_inner);
        for _ in 0..turns {
            if *over {
                return Waited::Over;
            }
            if interrupted() {
                return Waited::Interrupted;
            }
            (over, _) = self.bell.wait_timeout(over, TURN).unwrap_or_else(PoisonError::into_inner);
        }
        if *over { Waited::Over } else { Waited::Whole }
    }
}

enum Waited {
    Whole,
    Interrupted,
    Over,
}

/// Straight to standard error: libtest captures what `eprintln!` prints, also on threads that a test
/// started, and what it has captured is lost when the process ends.
pub(crate) fn print_uncaptured(text: &str) {
    let mut stderr = std::io::stderr().lock();
    // Nothing is left to do if standard error is closed.
    let _ = writeln!(stderr, "{text}");
}

/// What `PROBE_STALL_SECONDS` says, if it is set: it stands above what a check asks for, because a slow
/// machine and a debugger know better.
pub(crate) fn limit_from_environment() -> Option<Duration> {
    let text = std::env::var("PROBE_STALL_SECONDS").ok()?;
    match text.parse() {
        Ok(seconds) => Some(Duration::from_secs(seconds)),
        Err(_) => panic!(
            "PROBE_STALL_SECONDS is {text:?}; give whole seconds, or 0 to switch the watchdog off"
        ),
    }
}

/// Knows how much processor time the watched thread has used, where the system tells.
struct ThreadUnderWatch {
    #[cfg(target_os = "linux")]
    stat: Option<std::path::PathBuf>,
}

#[cfg(target_os = "linux")]
impl ThreadUnderWatch {
    fn current() -> ThreadUnderWatch {
        let own = std::fs::read_link("/proc/thread-self");
        ThreadUnderWatch {
            stat: own.ok().map(|own| std::path::Path::new("/proc").join(own).join("stat")),
        }
    }

    fn cpu_time(&self) -> Option<Duration> {
        let stat = std::fs::read_to_string(self.stat.as_ref()?).ok()?;
        // The name, in brackets, may hold anything; behind it stand plain fields, of which the 12th
        // and 13th are the ticks in user and in system mode (proc_pid_stat(5)).
        let (_, fields) = stat.rsplit_once(')')?;
        let ticks = |n: usize| fields.split_whitespace().nth(n)?.parse::<u64>().ok();
        // Linux shows user space 100 ticks a second, whatever it counts inside.
        Some(Duration::from_millis((ticks(11)? + ticks(12)?) * 10))
    }
}

#[cfg(not(target_os = "linux"))]
impl ThreadUnderWatch {
    fn current() -> ThreadUnderWatch {
        ThreadUnderWatch {}
    }

    fn cpu_time(&self) -> Option<Duration> {
        None
    }
}
