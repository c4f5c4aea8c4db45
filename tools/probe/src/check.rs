use crate::cancel::{Cut, PhaseGuard, Sweep};
use crate::failure::Failure;
use crate::report::{self, Manner, Phase, Report};
use crate::watchdog::{self, Complaint, Watch, Watchdog};
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, Location, catch_unwind};
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Wake, Waker};
use std::time::Duration;
use tokio::runtime::{Builder, Handle, Runtime};
use tokio::time::Instant;

/// How often idle tasks are given a turn, so that what was just aborted can end.
const SETTLING_TURNS: usize = 64;

/// How a scenario is run, and what counts as its failure.
///
/// Every run has a current-thread runtime of its own with a paused clock. A check fails, by a panic
/// whose message tells the story of the run, when
///
/// * the scenario panics, on an assertion of its own or in the code under test;
/// * it waits and nothing ever wakes it, or it is still being woken after a day of the paused clock;
/// * its thread is not given back for five seconds of real time (then the process ends with
///   [`STALL_EXIT_CODE`](crate::STALL_EXIT_CODE), since a thread cannot be ended from outside), or for so
///   long there is always a task to run, or all are idle and the clock does not help;
/// * a task it spawned is still running when it is over;
/// * something panicked and the scenario did not.
///
/// Only memory is reached from a run: there is no I/O driver, because a paused clock jumps while real
/// bytes are under way. Use `tokio::io::duplex` and channels. Plain threads are not seen either: the
/// clock jumps before they answer.
#[derive(Debug, Clone)]
#[must_use = "a check does nothing until it is run"]
pub struct Check {
    stall: Duration,
    clock_limit: Duration,
    tasks_may_remain: bool,
    panics_expected: bool,
    up_to: Option<usize>,
    manner: Manner,
}

/// Cut at natural suspensions, or also where a tokio operation was ready at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Granularity {
    Suspensions,
    Leaves,
}

/// The verdict is in the report.
struct Condemned;

/// A scenario without its type. Everything that drives it is compiled once, in this crate, and not again for
/// each test: a runtime for every scenario of a course would take the compiler minutes, and gigabytes.
type Scenario<'a, T = ()> = Pin<Box<dyn Future<Output = T> + 'a>>;

impl Check {
    /// No code that is worth teaching with needs as many suspensions as this.
    const MOST_POINTS: usize = 1000;

    pub fn new() -> Check {
        Check {
            stall: Duration::from_secs(5),
            clock_limit: Duration::from_secs(24 * 3600),
            tasks_may_remain: false,
            panics_expected: false,
            up_to: None,
            manner: Manner::default(),
        }
    }

    /// The real time after which a thread counts as stuck; zero switches the watchdog off. The
    /// environment variable `PROBE_STALL_SECONDS` overrides it.
    pub fn stall_after(self, limit: Duration) -> Check {
        Check { stall: limit, ..self }
    }

    /// The time on the paused clock after which a check counts as endless; a day if not set.
    pub fn clock_limit(self, limit: Duration) -> Check {
        Check { clock_limit: limit, ..self }
    }

    /// Tasks that are still running at the end are no failure.
    pub fn tasks_may_remain(self) -> Check {
        Check { tasks_may_remain: true, ..self }
    }

    /// Panics that the scenario catches, or that a `JoinHandle` holds, are no failure.
    pub fn panics_expected(self) -> Check {
        Check { panics_expected: true, ..self }
    }

    /// Ends a sweep after n = `polls`, for code that is meant to run for ever; it has then visited
    /// `polls + 1` points, the one before the first poll among them.
    pub fn up_to(self, polls: usize) -> Check {
        Check { up_to: Some(polls), ..self }
    }

    /// A failing check keeps what was noted in a [`Trace`](crate::Trace) to itself, where the story
    /// would give the answer away.
    pub fn keep_the_story_secret(mut self) -> Check {
        self.manner.story_is_secret = true;
        self
    }

    /// What a deadlock means in this check; printed below the general explanation.
    pub fn deadlock_means(mut self, meaning: &'static str) -> Check {
        self.manner.deadlock_means = Some(meaning);
        self
    }

    /// Runs a scenario once and returns what it returned.
    ///
    /// # Panics
    ///
    /// When the check fails; see [`Check`].
    #[track_caller]
    pub fn run<T>(self, scenario: impl Future<Output = T>) -> T {
        self.run_untyped(Box::pin(scenario))
    }

    #[track_caller]
    fn run_untyped<T>(self, scenario: Scenario<'_, T>) -> T {
        assert_outside_of_a_runtime();
        let watch = Arc::new(Watch::default());
        let _watchdog = Watchdog::start(&watch, self.stall_limit());
        let report = Arc::new(Report::new(Location::caller(), None, self.manner));
        let value = Cell::new(None);
        let condemned = self
            .run_once(&watch, &report, Box::pin(async { value.set(Some(scenario.await)) }))
            .is_err();
        match value.into_inner() {
            Some(value) if !condemned => value,
            value => {
                let _entered = report::enter(&report);
                // The failure is worth more than what a destructor may have to say now.
                let _ = catch_unwind(AssertUnwindSafe(|| drop(value)));
                report::fail(&report)
            }
        }
    }

    /// Runs a scenario with its code under test dropped at every natural suspension: see
    /// [`probe::at_every_suspension`](crate::at_every_suspension).
    ///
    /// The scenario is called for n = 0, 1, 2 … Whatever it gives to [`Cut::run`] is polled at most n
    /// times. The sweep ends with the first n for which all of it completed; that run is checked too.
    ///
    /// # Panics
    ///
    /// When the check fails; see [`Check`]. Also if the scenario never calls [`Cut::run`] or drops it, and
    /// if its code is not done after 1000 polls and [`Check::up_to`] was not set.
    #[track_caller]
    pub fn at_every_suspension(self, scenario: impl AsyncFn(&Cut)) -> Sweep {
        self.sweep(Granularity::Suspensions, Location::caller(), scenario)
    }

    /// Runs a scenario with its code under test dropped at every natural suspension *and* after every
    /// single tokio operation that was ready at once.
    ///
    /// An `.await` that is ready suspends nothing, so code may run a long way between two suspensions
    /// in a test. In production tokio suspends it there too: each poll of a task has a *budget*, each
    /// ready operation of tokio uses up a unit, and the operation that finds none returns `Pending`.
    /// Before each poll of the code under test all units but one are used up, so that each operation
    /// becomes, in turn, the one that suspends. Such a cut is real, only rare.
    ///
    /// An operation that needs more than one unit in a poll (`tokio::io::copy`) gets more after three
    /// polls in vain, which count as points. Operations that are not tokio's use no budget and stay
    /// whole, as do tasks that the code spawns.
    ///
    /// # Panics
    ///
    /// As [`Check::at_every_suspension`].
    #[track_caller]
    pub fn at_every_leaf(self, scenario: impl AsyncFn(&Cut)) -> Sweep {
        self.sweep(Granularity::Leaves, Location::caller(), scenario)
    }

    fn stall_limit(&self) -> Duration {
        watchdog::limit_from_environment().unwrap_or(self.stall)
    }

    #[track_caller]
    fn sweep(
        self,
        granularity: Granularity,
        place: &'static Location<'static>,
        scenario: impl AsyncFn(&Cut),
    ) -> Sweep {
        let sweeper = Sweeper::new(self, place);
        for polls in 0..=sweeper.last {
            let cut = Cut::new(polls, granularity);
            // In an async block, so that a scenario that is a plain function is called under watch.
            sweeper.visit(&cut, Box::pin(async { scenario(&cut).await }));
            if !cut.has_dropped() {
                return Sweep { points: polls };
            }
        }
        Sweep { points: sweeper.last + 1 }
    }

    /// Says whether the run is condemned; whoever has called it then fails with the report.
    fn run_once(
        &self,
        watch: &Watch,
        report: &Arc<Report>,
        scenario: Scenario<'_>,
    ) -> Result<(), Condemned> {
        let _entered = report::enter(report);
        let for_threads = Arc::clone(report);
        let runtime = Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .on_thread_start(move || report::adopt_thread(&for_threads))
            .build()
            .expect("a runtime without I/O needs nothing from the system");
        watch.begin(report, runtime.metrics());
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            if runtime.block_on(self.supervise(watch, report, scenario)).is_err() {
                return;
            }
            runtime.block_on(settle());
            match runtime.metrics().num_alive_tasks() {
                tasks if tasks > 0 && !self.tasks_may_remain => {
                    report.condemn(Failure::LeftRunning { tasks });
                }
                _ => {}
            }
        }));
        if let Err(payload) = outcome {
            report.record_payload(&*payload);
            report.condemn(Failure::Panic);
        }
        take_down(runtime, report);
        if report.has_panicked() && !self.panics_expected {
            report.condemn(Failure::UnseenPanic);
        }
        if report.is_condemned() { Err(Condemned) } else { Ok(()) }
    }

    /// Drives the scenario under the clock's limit, and answers the watchdog.
    async fn supervise(
        &self,
        watch: &Watch,
        report: &Report,
        mut scenario: Scenario<'_>,
    ) -> Result<(), Condemned> {
        report.start_clock();
        // When every task is idle, the paused clock jumps to its next timer: to this one, if nobody
        // else will ever wake anything.
        let mut limit = pin!(tokio::time::sleep(self.clock_limit));
        let mut beyond_the_limit = false;
        // A scenario of its own accord: polled when it was woken, and not because our limit or the watchdog
        // has something to say. One poll too many can save code that nobody would have woken.
        let bell = Arc::new(Bell::default());
        let scenario_waker = Waker::from(Arc::clone(&bell));
        let mut polls = 0;
        let mut last_polled = Duration::ZERO;
        let condemn = |failure| {
            report.condemn(failure);
            Poll::Ready(Err(Condemned))
        };
        std::future::poll_fn(|cx| {
            let clock = report.clock();
            if let Some(complaint) = watch.is_polled(cx.waker()) {
                let seconds = self.stall_limit().as_secs();
                return condemn(match complaint {
                    Complaint::Busy => Failure::NeverRests { seconds, polls, clock },
                    Complaint::Idle => Failure::WaitsOutside { seconds, clock },
                    Complaint::Slow => Failure::NeverEnds { clock },
                });
            }
            // `unconstrained`, so that a scenario that has used up its budget does not hide the limit.
            let rings = pin!(tokio::task::coop::unconstrained(limit.as_mut())).poll(cx).is_ready();
            bell.outer.lock().unwrap_or_else(PoisonError::into_inner).clone_from(cx.waker());
            let is_woken = bell.rung.swap(false, SeqCst) || polls == 0;
            match (beyond_the_limit, rings) {
                (false, false) => {}
                (false, true) => {
                    // The limit is passed. Will anything else still wake the scenario?
                    beyond_the_limit = true;
                    limit.as_mut().reset(Instant::now() + 2 * self.clock_limit);
                    let _ = pin!(tokio::task::coop::unconstrained(limit.as_mut())).poll(cx);
                }
                (true, true) if !is_woken => {
                    let others = Handle::current().metrics().num_alive_tasks();
                    let limit = self.clock_limit;
                    return condemn(Failure::Deadlock { last_polled, limit, others });
                }
                (true, _) => return condemn(Failure::NeverEnds { clock }),
            }
            if !is_woken {
                return Poll::Pending;
            }
            polls += 1;
            last_polled = clock;
            let _phase = PhaseGuard::enter(Phase::Scenario);
            scenario.as_mut().poll(&mut Context::from_waker(&scenario_waker)).map(Ok)
        })
        .await
    }
}

/// What the runs of a sweep have in common.
struct Sweeper {
    check: Check,
    place: &'static Location<'static>,
    watch: Arc<Watch>,
    _watchdog: Watchdog,
    /// The last n.
    last: usize,
}

impl Sweeper {
    #[track_caller]
    fn new(check: Check, place: &'static Location<'static>) -> Sweeper {
        assert_outside_of_a_runtime();
        let watch = Arc::new(Watch::default());
        let _watchdog = Watchdog::start(&watch, check.stall_limit());
        let last = check.up_to.unwrap_or(Check::MOST_POINTS);
        Sweeper { check, place, watch, _watchdog, last }
    }

    /// One run, and a panic if it fails.
    fn visit(&self, cut: &Cut, scenario: Scenario<'_>) {
        let report = Arc::new(Report::new(self.place, Some(cut.polls()), self.check.manner));
        if self.check.run_once(&self.watch, &report, scenario).is_err() {
            report::fail(&report);
        }
        if let Some(fault) = cut.fault(cut.polls() == self.last && self.check.up_to.is_none()) {
            report.condemn(fault);
            report::fail(&report);
        }
    }
}

/// Remembers that the scenario was woken, and wakes the task that polls it.
#[derive(Debug)]
struct Bell {
    rung: AtomicBool,
    outer: Mutex<Waker>,
}

impl Default for Bell {
    fn default() -> Bell {
        Bell { rung: AtomicBool::new(false), outer: Mutex::new(Waker::noop().clone()) }
    }
}

impl Wake for Bell {
    fn wake(self: Arc<Bell>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Bell>) {
        self.rung.store(true, SeqCst);
        self.outer.lock().unwrap_or_else(PoisonError::into_inner).wake_by_ref();
    }
}

impl Default for Check {
    fn default() -> Check {
        Check::new()
    }
}

/// Gives every task that can run some turns, so that what was just aborted has ended.
///
/// An aborted task is dropped in its next turn, not at once; look at what it left behind after this.
pub async fn settle() {
    for _ in 0..SETTLING_TURNS {
        tokio::task::yield_now().await;
    }
}

#[track_caller]
fn assert_outside_of_a_runtime() {
    assert!(
        Handle::try_current().is_err(),
        "probe builds a runtime of its own: call it from a plain `#[test]`, not from `#[tokio::test]` \
         and not from inside another check"
    );
}

/// Drops the runtime and with it every task that is left. tokio catches what their destructors
/// panic with; the panic hook has seen it.
fn take_down(runtime: Runtime, report: &Report) {
    report.enter_phase(Phase::Teardown);
    let _ = catch_unwind(AssertUnwindSafe(|| drop(runtime)));
}
