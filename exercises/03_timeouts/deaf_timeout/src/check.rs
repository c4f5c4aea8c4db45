//! A digest that computes for long can be stopped soon, and lets others run without being slow
//! itself.

use super::archive::keep_the_thread;
use super::{Archive, Digest, digest_of};
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::task::yield_now;
use tokio::time::{Instant, MissedTickBehavior, interval, timeout};

const CHUNKS: usize = 10_000;

/// What the computing alone takes: 10 000 times 40 microseconds.
const WORK: Duration = Duration::from_millis(400);

/// How late others may come. A timer is set off between two polls, and the runtime may poll the
/// digest once more before it comes to whoever waits for the timer: two stretches, of ten
/// milliseconds each, and some more for those who count chunks.
const LATE: Duration = Duration::from_millis(30);

fn expected(chunks: usize) -> u64 {
    let archive = Archive::new(chunks);
    let mut digest = Digest::default();
    archive.chunks().iter().for_each(|chunk| digest.add(chunk));
    digest.finish()
}

#[test]
fn the_digest_is_that_of_all_chunks() {
    probe::run(async {
        for chunks in [0, 1, 77, CHUNKS] {
            assert!(
                digest_of(&Archive::new(chunks)).await == expected(chunks),
                "of {chunks} chunks, each must be in the digest, once and in its place"
            );
        }
    });
}

#[test]
fn a_timeout_around_it_fires_in_time() {
    probe::run(async {
        for limit in [1, 50, 200].map(Duration::from_millis) {
            let archive = Archive::new(CHUNKS);
            let start = Instant::now();
            let answer = timeout(limit, digest_of(&archive)).await;
            let took = start.elapsed();
            let what = if answer.is_ok() { "the digest" } else { "`Elapsed`" };
            assert!(
                answer.is_err() && took <= limit + LATE,
                "`digest_of` was given {limit:?}, and {what} came back after {took:?}.\n\
                 To a client this is a server that hangs, whatever timeout stands around it.\n\
                 When does `timeout` get to look at its clock? Who has the thread until then?"
            );
        }
    });
}

#[test]
fn no_other_task_waits_long_for_the_thread() {
    // Also on a day with ten times as many.
    for chunks in [CHUNKS, 10 * CHUNKS] {
        probe::run(heartbeat_beside(chunks));
    }
}

async fn heartbeat_beside(chunks: usize) {
    let archive = Archive::new(chunks);
    let (stop, mut stopped) = oneshot::channel();
    let heartbeat = tokio::spawn(async move {
        let mut ticks = interval(Duration::from_millis(5));
        ticks.set_missed_tick_behavior(MissedTickBehavior::Skip);
        let mut latest = Duration::ZERO;
        while stopped.try_recv().is_err() {
            let due = ticks.tick().await;
            latest = latest.max(due.elapsed());
        }
        latest
    });
    yield_now().await; // Now it has begun.
    digest_of(&archive).await;
    stop.send(()).expect("the heart beats until it is told to stop");
    let latest = heartbeat.await.expect("nothing in it panics");
    assert!(
        latest <= LATE,
        "a heartbeat on the same thread came {latest:?} late while the digest of {chunks} chunks \
             was computed.\n\
             In production a lease runs out so, and a healthy server is taken for a dead one.\n\
             How many chunks are there between two moments at which others can run?"
    );
}

#[test]
fn alone_it_takes_no_longer_than_its_work() {
    probe::run(async {
        let archive = Archive::new(CHUNKS);
        let start = Instant::now();
        digest_of(&archive).await;
        let took = start.elapsed();
        assert!(
            took <= WORK + WORK / 10,
            "the work is {WORK:?} of computing, and the digest took {took:?}, while nobody else \
             wanted the thread.\n\
             To let others run is one thing, and to wait is another. What is waited for here?"
        );
    });
}

#[test]
fn beside_a_busy_task_it_is_not_much_slower() {
    probe::run(async {
        let archive = Archive::new(CHUNKS);
        let busy = tokio::spawn(async {
            loop {
                keep_the_thread(Duration::from_micros(200));
                yield_now().await;
            }
        });
        let start = Instant::now();
        digest_of(&archive).await;
        let took = start.elapsed();
        busy.abort();
        assert!(
            took <= 3 * WORK,
            "the work is {WORK:?} of computing. Beside a task that takes 200 µs whenever it gets a \
             turn, the digest took {took:?}.\n\
             Each turn that is given away is a wait for everybody who wants it. \
             How often is often enough?"
        );
    });
}
