//! The watchdog for real time: a plain thread that looks whether the check's thread still answers.

use crate::report::Report;
use std::io::Write as _;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, mpsc};
use std::task::Waker;
use std::thread::{self, JoinHandle};
use std::time::Duration;
use tokio::runtime::RuntimeMetrics;

/// The exit code of a test process whose thread was stuck, the one of the command `timeout`.
pub const STALL_EXIT_CODE: i32 = 124;

/// Time is counted in turns of the watchdog, not read from a clock: a laptop that was asleep, or a
/// process that was stopped in a debugger, has not stalled.
const TURN: Duration = Duration::from_millis(50);

/// How long a thread may take to answer after it was asked.
const TURNS_TO_ANSWER: u32 = 20;

/// A check that is slow and gets on has so many times the patience of one that does not.
const MOST_PATIENCE: u32 = 10;

/// Watches one check until it is dropped.
pub(crate) struct Watchdog {
    watch: Arc<Watch>,
    thread: Option<JoinHandle<()>>,
}

/// Why the watchdog has lost its patience.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Complaint {
    /// There always was a task to run, or one that does not come back.
    Busy,
    /// Every task is idle, and the paused clock does not help.
    Idle,
    /// It gets on, and has done so for far too long.
    Slow,
}

/// What the check and its watchdog tell each other.
#[derive(Default)]
pub(crate) struct Watch {
    over: Mutex<bool>,
    bell: Condvar,
    run: Mutex<Run>,
    /// Grows with every run of a sweep: each has the whole patience for itself.
    beat: AtomicU64,
    /// The beat in which the check was asked whether anything is still polled, and in which it answered.
    asked: AtomicU64,
    answered: AtomicU64,
}

#[derive(Default)]
struct Run {
    report: Option<Arc<Report>>,
    metrics: Option<RuntimeMetrics>,
    /// Wakes the check's own task.
    waker: Option<Waker>,
    complaint: Option<Complaint>,
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
        *lock(&self.watch.over) = true;
        self.watch.bell.notify_all();
        if let Some(thread) = self.thread.take() {
            // It only waits and prints; a panic in it has no consequence worth hiding a verdict for.
            let _ = thread.join();
        }
    }
}

impl Watch {
    /// A new run begins.
    pub(crate) fn begin(&self, report: &Arc<Report>, metrics: RuntimeMetrics) {
        let report = Some(Arc::clone(report));
        *lock(&self.run) = Run { report, metrics: Some(metrics), waker: None, complaint: None };
        self.beat.fetch_add(1, SeqCst);
    }

    /// The check's task is being polled. Returns what the watchdog has to complain of, if anything.
    pub(crate) fn is_polled(&self, waker: &Waker) -> Option<Complaint> {
        let mut run = lock(&self.run);
        match &mut run.waker {
            Some(old) => old.clone_from(waker),
            none => *none = Some(waker.clone()),
        }
        let beat = self.beat.load(SeqCst);
        if self.asked.load(SeqCst) != beat {
            return None;
        }
        self.answered.store(beat, SeqCst);
        run.complaint
    }

    fn keep(&self, limit: Duration, watched: &ThreadUnderWatch) {
        let turns = u32::try_from(limit.as_millis() / TURN.as_millis()).unwrap_or(u32::MAX).max(1);
        loop {
            let beat = self.beat.load(SeqCst);
            let anew = || self.beat.load(SeqCst) != beat;
            let Some(complaint) = self.wait_for_complaint(turns, anew) else {
                if *lock(&self.over) {
                    return;
                }
                continue;
            };
            // Patience is lost. If tasks are still being polled, the check's own task can report it
            // and only this test fails; if not, the thread is inside a poll and cannot be reached.
            {
                let mut run = lock(&self.run);
                if anew() {
                    continue;
                }
                run.complaint = Some(complaint);
                self.asked.store(beat, SeqCst);
                if let Some(waker) = &run.waker {
                    waker.wake_by_ref();
                }
            }
            let answered = || self.answered.load(SeqCst) == beat;
            let busy_before = watched.cpu_time();
            if self.wait(TURNS_TO_ANSWER, || answered() || anew()) != Waited::Whole {
                // It reports. Its destructors may still get stuck, so the watch goes on.
                self.answered.store(0, SeqCst);
                if *lock(&self.over) {
                    return;
                }
                continue;
            }
            // A thread that is blocked uses no processor time, however busy the machine is.
            let computing = match (busy_before, watched.cpu_time()) {
                (Some(before), Some(now)) => Some(now - before > Duration::from_millis(30)),
                _ => None,
            };
            let report = lock(&self.run).report.clone();
            if let Some(report) = report {
                let seconds = (limit + TURN * TURNS_TO_ANSWER).as_secs();
                print_uncaptured(report.compose_stuck(seconds, computing));
            }
            std::process::exit(STALL_EXIT_CODE);
        }
    }

    /// `None` if the run ends first.
    fn wait_for_complaint(&self, turns: u32, anew: impl Fn() -> bool) -> Option<Complaint> {
        for _ in 0..MOST_PATIENCE {
            let before = self.parks();
            if self.wait(turns, &anew) != Waited::Whole {
                return None;
            }
            match self.parks() {
                // tokio counts parking and unparking: an odd number is a runtime that sleeps.
                now if now == before && now % 2 == 1 => return Some(Complaint::Idle),
                now if now <= before + 1 => return Some(Complaint::Busy),
                _ => {} // It was idle in between, so it gets on.
            }
        }
        Some(Complaint::Slow)
    }

    fn parks(&self) -> u64 {
        lock(&self.run).metrics.as_ref().map_or(0, |metrics| metrics.worker_park_unpark_count(0))
    }

    fn wait(&self, turns: u32, interrupted: impl Fn() -> bool) -> Waited {
        let mut over = lock(&self.over);
        for _ in 0..turns {
            if *over || interrupted() {
                return Waited::Interrupted;
            }
            (over, _) = self.bell.wait_timeout(over, TURN).unwrap_or_else(PoisonError::into_inner);
        }
        if *over || interrupted() { Waited::Interrupted } else { Waited::Whole }
    }
}

#[derive(PartialEq, Eq)]
enum Waited {
    Whole,
    Interrupted,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Straight to standard error: libtest captures what `eprintln!` prints, also on threads that a test
/// started, and what it has captured is lost when the process ends.
///
/// Gives up after a second: the thread that is stuck may hold the lock of standard error, or nobody
/// may read what is written there.
pub(crate) fn print_uncaptured(text: String) {
    let (done, printed) = mpsc::channel();
    let print = move || {
        let mut stderr = std::io::stderr().lock();
        // Nothing is left to do if standard error is closed, or if nobody waits any more.
        let _ = writeln!(stderr, "{text}");
        let _ = done.send(());
    };
    if thread::Builder::new().spawn(print).is_ok() {
        let _ = printed.recv_timeout(Duration::from_secs(1));
    }
}

/// What `PROBE_STALL_SECONDS` says, if it is set: it stands above what a check asks for, because a slow
/// machine and a debugger know better.
pub(crate) fn limit_from_environment() -> Option<Duration> {
    let text = std::env::var("PROBE_STALL_SECONDS").ok()?;
    match text.parse::<u32>() {
        Ok(seconds) => Some(Duration::from_secs(seconds.into())),
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
        let stat = |own| std::path::Path::new("/proc").join(own).join("stat");
        ThreadUnderWatch { stat: own.ok().map(stat) }
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
