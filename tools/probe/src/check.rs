use crate::cancel::{Cut, Sweep};
use crate::report::{self, Failure, Manner, Phase, Report};
use crate::watchdog::{self, Watch, Watchdog};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};

/// How often idle tasks are given a turn after the scenario, so that what was just aborted can end.
const CLOSING_TURNS: usize = 64;

/// How a scenario is run, and what counts as its failure.
///
/// Every run has a current-thread runtime of its own with a paused clock. A check fails, by a panic
/// whose message tells the story of the run, when
///
/// * the scenario panics, on an assertion of its own or in the code under test;
/// * it waits and nobody is left to wake it, or it is still being woken after a day of the paused clock;
/// * its thread is not given back for five seconds of real time (then the process ends with
///   [`STALL_EXIT_CODE`](crate::STALL_EXIT_CODE), since a thread cannot be ended from outside), or its
///   tasks are busy for as long without ever being idle;
/// * a task it spawned is still running when it is over;
/// * something panicked and the scenario did not.
///
/// Only memory is reached from a run: there is no I/O driver, because a paused clock jumps while real
/// bytes are under way. Use `tokio::io::duplex` and channels.
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

    /// The real time, in whole seconds, after which a thread counts as stuck. The environment
    /// variable `PROBE_STALL_SECONDS` overrides it; 0 switches the watchdog off.
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

    /// Ends a sweep after dropping at `polls` polls, for code that is meant to run for ever.
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
    pub fn run<T>(self, scenario: impl Future<Output = T>) -> T {
        let watch = Arc::new(Watch::default());
        let _watchdog = Watchdog::start(&watch, self.stall_limit());
        self.run_once(&watch, &Arc::new(Report::new(None, self.manner)), scenario)
    }

    /// Runs a scenario with its code under test dropped at every natural suspension: see
    /// [`probe::at_every_suspension`](crate::at_every_suspension).
    ///
    /// The scenario is called for n = 0, 1, 2 … Whatever it gives to [`Cut::run`] is polled at most n
    /// times. The sweep ends with the first n for which all of it completed; that run is checked too.
    ///
    /// # Panics
    ///
    /// When the check fails; see [`Check`]. Also if the scenario never calls [`Cut::run`], and if its
    /// code is not done after 1000 polls and [`Check::up_to`] was not set.
    pub fn at_every_suspension(self, scenario: impl AsyncFn(&Cut)) -> Sweep {
        self.sweep(Granularity::Suspensions, scenario)
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
    /// Operations that are not tokio's use no budget and stay whole, as do tasks that the code spawns.
    ///
    /// # Panics
    ///
    /// As [`Check::at_every_suspension`].
    pub fn at_every_leaf(self, scenario: impl AsyncFn(&Cut)) -> Sweep {
        self.sweep(Granularity::Leaves, scenario)
    }

    fn stall_limit(&self) -> Duration {
        watchdog::limit_from_environment().unwrap_or(self.stall)
    }

    fn sweep(self, granularity: Granularity, scenario: impl AsyncFn(&Cut)) -> Sweep {
        let watch = Arc::new(Watch::default());
        let _watchdog = Watchdog::start(&watch, self.stall_limit());
        let last = self.up_to.unwrap_or(Self::MOST_POINTS);
        for polls in 0..=last {
            let report = Arc::new(Report::new(Some(polls), self.manner));
            let cut = Cut::new(polls, granularity);
            self.run_once(&watch, &report, scenario(&cut));
            if !cut.was_used() {
                report::fail(&report, &Failure::NothingToCut);
            }
            if !cut.has_dropped() {
                return Sweep { points: polls };
            }
            if polls == last && self.up_to.is_none() {
                report::fail(&report, &Failure::TooManyPoints { polls });
            }
        }
        Sweep { points: last + 1 }
    }

    fn run_once<T>(
        &self,
        watch: &Watch,
        report: &Arc<Report>,
        scenario: impl Future<Output = T>,
    ) -> T {
        let _entered = report::enter(report);
        watch.begin(report);
        let runtime = Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .expect("a runtime without I/O needs nothing from the system");
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            let outcome = runtime.block_on(self.supervise(watch, scenario));
            outcome.and_then(|value| {
                runtime.block_on(closing_turns());
                match runtime.metrics().num_alive_tasks() {
                    0 => Ok(value),
                    _ if self.tasks_may_remain => Ok(value),
                    tasks => Err(Failure::LeftRunning { tasks }),
                }
            })
        }));
        report.enter_phase(Phase::Teardown);
        take_down(runtime);
        match outcome {
            Ok(Ok(value)) if self.panics_expected || !report.has_panicked() => value,
            Ok(Ok(_)) => report::fail(report, &Failure::UnseenPanic),
            Ok(Err(failure)) => report::fail(report, &failure),
            Err(_) if report.has_panicked() => report::fail(report, &Failure::Panic),
            // Somebody else's `resume_unwind`: pass it on as it is.
            Err(payload) => resume_unwind(payload),
        }
    }

    /// Drives the scenario under the clock's limit, and answers the watchdog.
    async fn supervise<T>(
        &self,
        watch: &Watch,
        scenario: impl Future<Output = T>,
    ) -> Result<T, Failure> {
        report::start_clock();
        let mut scenario = pin!(scenario);
        // When every task is idle, the paused clock jumps to its next timer: to this one, if nobody
        // else will ever wake anything. `unconstrained`, so that a scenario that has used up its
        // budget does not keep the limit from being seen.
        let mut limit =
            pin!(tokio::task::coop::unconstrained(tokio::time::sleep(self.clock_limit)));
        let mut polls = 0;
        let mut last_polled = Duration::ZERO;
        let mut polls_at_this_instant = 0;
        std::future::poll_fn(|cx| {
            let now = report::virtual_now();
            if watch.is_polled(cx.waker()) {
                // Time that goes on means that all was idle in between.
                let time_goes_on =
                    now > last_polled || (polls_at_this_instant < 10 && !now.is_zero());
                return Poll::Ready(Err(if time_goes_on {
                    Failure::NeverEnds { clock: now }
                } else {
                    let seconds = self.stall_limit().as_secs();
                    Failure::NeverRests { seconds, polls, clock: now }
                }));
            }
            if limit.as_mut().poll(cx).is_ready() {
                // Within the last tenth it was still being woken: busy for ever, not left alone.
                let limit = self.clock_limit;
                return Poll::Ready(Err(if last_polled < limit - limit / 10 {
                    Failure::Deadlock { last_polled, limit }
                } else {
                    Failure::NeverEnds { clock: limit }
                }));
            }
            polls += 1;
            polls_at_this_instant = if now > last_polled { 1 } else { polls_at_this_instant + 1 };
            last_polled = now;
            scenario.as_mut().poll(cx).map(Ok)
        })
        .await
    }
}

impl Default for Check {
    fn default() -> Check {
        Check::new()
    }
}

async fn closing_turns() {
    for _ in 0..CLOSING_TURNS {
        tokio::task::yield_now().await;
    }
}

/// Drops the runtime and with it every task that is left. tokio catches what their destructors
/// panic with; the panic hook has seen it.
fn take_down(runtime: Runtime) {
    drop(runtime);
}
