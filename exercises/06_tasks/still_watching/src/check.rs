//! When a watcher has ended, nobody reads the thermometer any more and nobody holds its line.

use super::{Freezer, Watcher};
use probe::Check;
use std::time::Duration;
use tokio::runtime::Handle;
use tokio::task::yield_now;
use tokio::time::{Instant, sleep};

const TEN_MINUTES: Duration = Duration::from_secs(600);

/// Who waits for a task is woken when it ends. So many polls mean that somebody asks instead.
const TOO_MANY_POLLS: usize = 8;

/// When a watcher is ended here, counted from its start.
const MOMENTS: [(Duration, &str); 4] = [
    (Duration::ZERO, "before its task had a turn"),
    (Duration::from_secs(1), "while it was dialling"),
    (Duration::from_millis(2500), "while it was reading"),
    (Duration::from_secs(30), "between two readings"),
];

/// Tasks that are left are found by these checks themselves, with better words.
fn check() -> Check {
    Check::new().tasks_may_remain()
}

/// A watcher that has been at it for so long.
async fn watcher_after(moment: Duration, freezer: &Freezer) -> Watcher {
    let watcher = Watcher::start(freezer.clone());
    if !moment.is_zero() {
        sleep(moment).await;
    }
    watcher
}

/// Other tasks of the same program, which have turns to take before anybody who comes later.
fn busy_neighbours() {
    for _ in 0..500 {
        tokio::spawn(yield_now());
    }
}

#[track_caller]
fn assert_no_reading_since(before: usize, freezer: &Freezer, what: &str) {
    let readings = freezer.readings() - before;
    assert!(
        readings == 0,
        "{what}, and in the ten minutes after that the thermometer was read {readings} times.\n\
         Who owns the task that reads it? What has told that owner to stop?"
    );
}

#[test]
fn a_watcher_reads_once_a_minute() {
    check().run(async {
        let freezer = Freezer::new();
        let watcher = Watcher::start(freezer.clone());
        sleep(TEN_MINUTES + Duration::from_secs(30)).await;
        let readings = freezer.readings();
        assert!(
            (10..=11).contains(&readings),
            "in ten and a half minutes the thermometer was read {readings} times"
        );
        assert!(
            freezer.lines_made() == 1,
            "one line is enough for all readings, and {} were opened",
            freezer.lines_made()
        );
        watcher.stop().await;
    });
}

#[test]
fn a_dropped_watcher_reads_no_more() {
    for (moment, when) in MOMENTS {
        check().run(async {
            let freezer = Freezer::new();
            let watcher = watcher_after(moment, &freezer).await;
            drop(watcher);
            let before = freezer.readings();
            sleep(TEN_MINUTES).await;
            assert_no_reading_since(before, &freezer, &format!("the watcher was dropped {when}"));
            assert!(
                Handle::current().metrics().num_alive_tasks() == 0,
                "the watcher was dropped {when}, and ten minutes later its task is still there.\n\
                 Each freezer that was ever sold would leave one behind. What is it waiting for?"
            );
        });
    }
}

#[test]
fn a_dropped_watcher_hangs_up() {
    for (moment, when) in MOMENTS {
        check().run(async {
            let freezer = Freezer::new();
            let watcher = watcher_after(moment, &freezer).await;
            drop(watcher);
            probe::settle().await; // What was aborted needs a turn to end.
            assert!(
                freezer.open_lines() == 0,
                "the watcher was dropped {when}; everybody has had a turn since, and the line \
                 to the freezer is still open.\n\
                 There is one line to each freezer: the next watcher finds it engaged. What is the task \
                 waiting for?"
            );
        });
    }
}

#[test]
fn when_stop_returns_the_line_is_hung_up() {
    for (moment, when) in MOMENTS {
        check().run(async {
            let freezer = Freezer::new();
            let watcher = watcher_after(moment, &freezer).await;
            let before = freezer.readings();
            busy_neighbours();
            let begun = Instant::now();
            let attempt = probe::cancel_after(1000, watcher.stop()).await;
            assert!(attempt.output.is_some(), "`stop` was polled 1000 times and has no end");
            assert!(
                freezer.open_lines() == 0,
                "the watcher was stopped {when}, `stop` has returned, and the line to the freezer is \
                 still open: whoever dials now finds it engaged.\n\
                 Who can tell that the task is gone, and not only asked to go?"
            );
            assert!(
                begun.elapsed() == Duration::ZERO,
                "`stop` has taken {:?}, and to hang up takes no time.\n\
                 What did it wait for: for the end of the task, or for something else?",
                begun.elapsed()
            );
            assert!(
                attempt.polls < TOO_MANY_POLLS,
                "`stop` was polled {} times until the line was hung up: it asks again and again.\n\
                 Who can wake it when the task is gone?",
                attempt.polls
            );
            sleep(TEN_MINUTES).await;
            assert_no_reading_since(before, &freezer, &format!("`stop` was called {when}"));
        });
    }
}

#[test]
fn a_stop_that_is_given_up_stops_all_the_same() {
    for (moment, when) in MOMENTS {
        let sweep = check().at_every_suspension(async |cut| {
            let freezer = Freezer::new();
            let watcher = watcher_after(moment, &freezer).await;
            let before = freezer.readings();
            cut.run(watcher.stop()).await;
            probe::settle().await;
            sleep(TEN_MINUTES).await;
            assert_no_reading_since(
                before,
                &freezer,
                &format!("somebody called `stop` {when} and did not wait for its end"),
            );
            assert!(
                freezer.open_lines() == 0,
                "somebody called `stop` {when} and did not wait for its end, and ten minutes later the \
                 line is still open"
            );
        });
        // Not polled at all, and dropped while it waits for the task.
        sweep.at_least(2);
    }
}

#[test]
fn a_watcher_ends_alone() {
    check().run(async {
        let (sold, kept) = (Freezer::new(), Freezer::new());
        let (first, second) = (Watcher::start(sold.clone()), Watcher::start(kept.clone()));
        sleep(Duration::from_secs(30)).await;
        drop(first);
        let before = kept.readings();
        sleep(TEN_MINUTES).await;
        assert!(
            kept.readings() - before >= 9,
            "the watcher of one freezer was dropped, and the other freezer was read {} times in ten minutes",
            kept.readings() - before
        );
        second.stop().await;
    });
}
