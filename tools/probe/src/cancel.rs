use crate::budget;
use crate::check::Granularity;
use crate::failure::Failure;
use crate::report::{self, Phase};
use std::cell::Cell;
use std::pin::Pin;
use std::task::{Context, Poll};

/// Polls `future` at most `polls` times, with the waker of the task that awaits this, then drops it.
///
/// It is dropped within the poll that gives up, before this function returns. `polls = 0` drops it
/// without polling it.
///
/// ```
/// # probe::run(async {
/// let twice = async {
///     tokio::task::yield_now().await;
///     tokio::task::yield_now().await;
///     "done"
/// };
/// let attempt = probe::cancel_after(2, twice).await;
/// assert_eq!(attempt.output, None);
/// assert_eq!(attempt.polls, 2);
/// # });
/// ```
pub async fn cancel_after<F: Future>(polls: usize, future: F) -> Attempt<F::Output> {
    cut_after(polls, Granularity::Suspensions, future).await
}

/// What became of a future that was to be dropped after some polls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attempt<T> {
    /// What it returned; `None` if it was dropped.
    pub output: Option<T>,
    /// How many polls it had.
    pub polls: usize,
}

/// The point at which a run of a sweep drops the code under test.
#[derive(Debug)]
pub struct Cut {
    polls: usize,
    granularity: Granularity,
    used: Cell<bool>,
    dropped: Cell<bool>,
    abandoned: Cell<bool>,
}

/// What a sweep has visited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
#[must_use = "say how many points there must be, with `at_least`: code that keeps the thread has only one"]
pub struct Sweep {
    /// How many cancellation points: in so many runs something was dropped. 1 means that the code
    /// never suspends, and that only the drop before the first poll was there to be tried.
    pub points: usize,
}

impl Sweep {
    /// Makes sure that there was something to sweep over.
    ///
    /// # Panics
    ///
    /// There were fewer than `points` cancellation points.
    pub fn at_least(self, points: usize) {
        if self.points < points {
            let text = format!(
                "\n  TOO FEW POINTS  The code under test could be dropped at {} places, and at least \
                 {points} were expected.\n\n  \
                 Somewhere it does not wait as it should. Either a step is left out, or it keeps the\n  \
                 thread: it blocks, or asks again and again in a loop. Then nobody can cancel it, and\n  \
                 nobody else gets a turn.\n",
                self.points
            );
            eprintln!("{text}");
            std::panic::resume_unwind(Box::new(text));
        }
    }
}

impl Cut {
    pub(crate) fn new(polls: usize, granularity: Granularity) -> Cut {
        Cut {
            polls,
            granularity,
            used: Cell::new(false),
            dropped: Cell::new(false),
            abandoned: Cell::new(false),
        }
    }

    /// Runs the code under test up to this run's cancellation point: `None` if it was dropped there,
    /// and its output if it was done before.
    ///
    /// A scenario may call this more than once, for example to repeat a call that was cancelled; every
    /// call is cut after the same number of polls.
    ///
    /// In a sweep over leaves the rest of the scenario's own poll has no budget left, so its next
    /// operation may suspend once: `.await` it, or use `try_recv` and the like instead of
    /// `now_or_never`.
    pub async fn run<F: Future>(&self, future: F) -> Option<F::Output> {
        self.used.set(true);
        let unfinished = Unfinished(&self.abandoned);
        // Without its type, so that what follows is compiled once for each kind of output.
        let future: Pin<Box<dyn Future<Output = F::Output> + '_>> = Box::pin(future);
        let attempt = cut_after(self.polls, self.granularity, future).await;
        std::mem::forget(unfinished);
        if attempt.output.is_none() {
            self.dropped.set(true);
        }
        attempt.output
    }

    /// After how many polls this run drops the code under test.
    #[must_use]
    pub fn polls(&self) -> usize {
        self.polls
    }

    /// What is wrong with a run that has come to its end. `was_last`: no further one will be made.
    pub(crate) fn fault(&self, was_last: bool) -> Option<Failure> {
        if !self.used.get() {
            Some(Failure::NothingToCut)
        } else if self.abandoned.get() {
            Some(Failure::Abandoned)
        } else if was_last && self.dropped.get() {
            Some(Failure::TooManyPoints { polls: self.polls })
        } else {
            None
        }
    }

    pub(crate) fn has_dropped(&self) -> bool {
        self.dropped.get()
    }
}

/// A `Cut::run` that is neither done nor cut; if this is dropped, somebody has dropped all of it.
struct Unfinished<'a>(&'a Cell<bool>);

impl Drop for Unfinished<'_> {
    fn drop(&mut self) {
        self.0.set(true);
    }
}

async fn cut_after<F: Future>(
    limit: usize,
    granularity: Granularity,
    future: F,
) -> Attempt<F::Output> {
    let mut future = Box::pin(future);
    let mut leaves = Leaves::default();
    let mut polls = 0;
    if limit > 0 {
        let output = std::future::poll_fn(|cx| {
            polls += 1;
            let poll = match granularity {
                Granularity::Suspensions => poll_in_phase(future.as_mut(), cx, polls),
                Granularity::Leaves => {
                    leaves.poll(cx, |cx| poll_in_phase(future.as_mut(), cx, polls))
                }
            };
            match poll {
                Poll::Ready(output) => Poll::Ready(Some(output)),
                // Given up in this very poll: a future that nobody wakes must be given up too.
                Poll::Pending if polls == limit => Poll::Ready(None),
                Poll::Pending => Poll::Pending,
            }
        })
        .await;
        if output.is_some() {
            return Attempt { output, polls };
        }
    }
    report::with_current(|report| report.mark_drop(polls));
    let _phase = PhaseGuard::enter(Phase::Drop(polls));
    drop(future);
    Attempt { output: None, polls }
}

/// Gives each poll the budget for one operation, or for more where one is not enough.
#[derive(Default)]
struct Leaves {
    /// Polls in a row that have used nothing of their budget.
    in_vain: u32,
}

impl Leaves {
    /// Some operations take two units in one poll, `tokio::io::copy` for one, and get nowhere with one.
    /// A few polls that used nothing may also be waits, so it is not before the third that more is given.
    const PATIENCE: u32 = 3;

    fn poll<T>(
        &mut self,
        cx: &mut Context<'_>,
        poll: impl FnOnce(&mut Context<'_>) -> Poll<T>,
    ) -> Poll<T> {
        let wanted = 1 << (self.in_vain / Leaves::PATIENCE).min(6);
        let units = budget::leave(wanted, cx);
        let result = poll(cx);
        // Leaving as many as there were says whether there still are so many.
        let used_nothing = result.is_pending() && budget::leave(units, cx) == units;
        self.in_vain = if used_nothing { self.in_vain + 1 } else { 0 };
        result
    }
}

fn poll_in_phase<F: Future>(
    future: Pin<&mut F>,
    cx: &mut Context<'_>,
    polls: usize,
) -> Poll<F::Output> {
    let _phase = PhaseGuard::enter(Phase::Poll(polls));
    future.poll(cx)
}

/// The thread is in this phase until the guard is dropped, also by unwinding.
pub(crate) struct PhaseGuard {
    before: Phase,
}

impl PhaseGuard {
    pub(crate) fn enter(phase: Phase) -> PhaseGuard {
        let mut before = Phase::default();
        report::with_current(|report| before = report.enter_phase(phase));
        PhaseGuard { before }
    }
}

impl Drop for PhaseGuard {
    fn drop(&mut self) {
        report::with_current(|report| {
            report.enter_phase(self.before);
        });
    }
}
