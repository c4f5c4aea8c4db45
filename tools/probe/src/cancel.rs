use crate::budget;
use crate::check::Granularity;
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
}

/// What a sweep has visited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sweep {
    /// How many cancellation points: in so many runs something was dropped. 1 means that the code
    /// never suspends, and that only the drop before the first poll was there to be tried.
    pub points: usize,
}

impl Cut {
    pub(crate) fn new(polls: usize, granularity: Granularity) -> Cut {
        Cut { polls, granularity, used: Cell::new(false), dropped: Cell::new(false) }
    }

    /// Runs the code under test up to this run's cancellation point: `None` if it was dropped there,
    /// and its output if it was done before.
    ///
    /// A scenario may call this more than once, for example to repeat a call that was cancelled; every
    /// call is cut after the same number of polls.
    pub async fn run<F: Future>(&self, future: F) -> Option<F::Output> {
        self.used.set(true);
        let attempt = cut_after(self.polls, self.granularity, future).await;
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

    pub(crate) fn was_used(&self) -> bool {
        self.used.get()
    }

    pub(crate) fn has_dropped(&self) -> bool {
        self.dropped.get()
    }
}

async fn cut_after<F: Future>(
    limit: usize,
    granularity: Granularity,
    future: F,
) -> Attempt<F::Output> {
    let mut future = Box::pin(future);
    let mut polls = 0;
    if limit > 0 {
        let output = std::future::poll_fn(|cx| {
            polls += 1;
            match poll_in_phase(future.as_mut(), cx, polls, granularity) {
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
    let _phase = PhaseGuard::enter(Phase::Drop(polls));
    drop(future);
    Attempt { output: None, polls }
}

fn poll_in_phase<F: Future>(
    future: Pin<&mut F>,
    cx: &mut Context<'_>,
    polls: usize,
    granularity: Granularity,
) -> Poll<F::Output> {
    if granularity == Granularity::Leaves {
        budget::leave_one(cx);
    }
    let _phase = PhaseGuard::enter(Phase::Poll(polls));
    future.poll(cx)
}

/// The code under test has the thread until this is dropped, also by unwinding.
struct PhaseGuard;

impl PhaseGuard {
    fn enter(phase: Phase) -> PhaseGuard {
        report::with_current(|report| report.enter_phase(phase));
        PhaseGuard
    }
}

impl Drop for PhaseGuard {
    fn drop(&mut self) {
        report::with_current(|report| report.enter_phase(Phase::Scenario));
    }
}
