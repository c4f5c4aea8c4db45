//! To cancel a future is to poll it no more and to drop it; nobody else has to agree.

use super::cancel_after;
use probe::{Check, Trace};
use std::cell::Cell;
use std::future::{pending, poll_fn, ready};
use std::task::{Context, Poll, Waker};
use std::time::Duration;
use tokio::task::yield_now;
use tokio::time::Instant;

const SLEEPS_ON: &str = "Here: `cancel_after` answered `Pending`, and nothing wakes the task that waits for it. Was the\n\
     future polled at all? If it was: which waker was it given?";

/// Never done; counts its polls and asks to be polled again at once.
async fn count(polls: &Cell<usize>) {
    poll_fn(|cx| {
        polls.set(polls.get() + 1);
        cx.waker().wake_by_ref();
        Poll::Pending
    })
    .await
}

#[test]
fn a_future_that_is_done_in_time_gives_its_value() {
    Check::new().deadlock_means(SLEEPS_ON).run(async {
        assert_eq!(cancel_after(1, ready("tea")).await, Some("tea"));
        let third_time_lucky = async {
            yield_now().await;
            yield_now().await;
            "cake"
        };
        assert_eq!(cancel_after(3, third_time_lucky).await, Some("cake"));
    });
}

#[test]
fn zero_polls_are_zero_polls() {
    Check::new().deadlock_means(SLEEPS_ON).run(async {
        let polls = Cell::new(0);
        let output = cancel_after(0, count(&polls)).await;
        assert!(
            polls.get() == 0,
            "`cancel_after(0, …)` polled its future: code that was never to begin has begun"
        );
        assert!(output.is_none());
        assert!(
            cancel_after(0, ready("tea")).await.is_none(),
            "`cancel_after(0, …)` returned a value, which only a poll can have given it"
        );
    });
}

#[test]
fn a_future_is_polled_as_often_as_was_asked_and_no_more() {
    for n in 1..5 {
        Check::new().deadlock_means(SLEEPS_ON).run(async {
            let polls = Cell::new(0);
            assert_eq!(cancel_after(n, count(&polls)).await, None);
            assert!(
                polls.get() == n,
                "`cancel_after({n}, …)` polled its future {} times before it gave up",
                polls.get()
            );
        });
    }
}

#[test]
fn one_poll_leads_to_one_poll() {
    probe::run(async {
        let polls = Cell::new(0);
        let mut attempt = Box::pin(cancel_after(3, count(&polls)));
        let mut cx = Context::from_waker(Waker::noop());
        for n in 1..3 {
            let poll = attempt.as_mut().poll(&mut cx);
            assert!(
                poll.is_pending() && polls.get() == n,
                "`cancel_after(3, …)` was polled {n} times, and polled its future {} times.\n\
                 A future is polled when it was woken; to ask it more often proves nothing.",
                polls.get()
            );
        }
    });
}

#[test]
fn a_future_that_nobody_wakes_is_given_up_in_its_last_poll() {
    let check = Check::new().deadlock_means(
        "Here: the one poll is used up, and `cancel_after(1, …)` waits to be woken once more before it\n\
         gives up. Nobody will wake it.",
    );
    check.run(async {
        assert_eq!(cancel_after(1, pending::<()>()).await, None);
    });
}

#[test]
fn it_gives_up_in_the_very_poll_that_is_the_last() {
    probe::run(async {
        let mut attempt = Box::pin(cancel_after(2, pending::<()>()));
        let mut cx = Context::from_waker(Waker::noop());
        assert!(attempt.as_mut().poll(&mut cx).is_pending(), "it gave up in the first poll of two");
        assert!(
            attempt.as_mut().poll(&mut cx) == Poll::Ready(None),
            "`cancel_after(2, …)` was polled for the second time, which was the last, and asks for more"
        );
    });
}

#[test]
fn the_newest_waker_is_the_one_that_counts() {
    let check = Check::new().deadlock_means(
        "Here: the future was polled first by one task and then by another, and the first one was woken.\n\
         A waker comes with each poll, and belongs to whoever polls now.",
    );
    check.run(async {
        let mut attempt = Box::pin(cancel_after(3, tokio::time::sleep(Duration::from_secs(1))));
        assert!(attempt.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
        assert!(attempt.await.is_some());
    });
}

#[test]
fn the_waker_of_whoever_polls_is_handed_on() {
    Check::new().deadlock_means(SLEEPS_ON).run(async {
        let begun = Instant::now();
        let nap = async {
            tokio::time::sleep(Duration::from_secs(1)).await;
            "rested"
        };
        assert!(
            cancel_after(2, nap).await == Some("rested")
                && begun.elapsed() == Duration::from_secs(1),
            "a nap of a second takes two polls, and was given up after {:?}: it was polled again \
             before its timer had rung",
            begun.elapsed()
        );
    });
}

#[test]
fn what_is_given_up_is_dropped_at_once() {
    for n in [0, 1, 2] {
        Check::new().deadlock_means(SLEEPS_ON).run(async {
            let trace = Trace::new();
            let stubborn = async {
                let _guard = trace.guard("its guard dropped");
                pending::<()>().await;
            };
            let owned = (stubborn, trace.guard("what it owned dropped"));
            let mut attempt = Box::pin(cancel_after(n, async move {
                let (future, _guard) = owned;
                future.await;
            }));
            // By hand, so that it is still alive when we look.
            let mut cx = Context::from_waker(Waker::noop());
            let mut polls = 0;
            let output = loop {
                polls += 1;
                if let Poll::Ready(output) = attempt.as_mut().poll(&mut cx) {
                    break output;
                }
                assert!(polls < n.max(1), "`cancel_after({n}, …)` has not given up in poll {polls}");
            };
            assert_eq!(output, None);
            assert!(
                trace.count("what it owned dropped") == 1,
                "`cancel_after({n}, …)` has returned `None`, and the future it gave up still lives, with \
                 every lock, connection and permit that it holds.\n\
                 Who owns it now, and until when?"
            );
            drop(attempt);
        });
    }
}
