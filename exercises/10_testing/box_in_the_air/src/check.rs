//! A move that the arm has begun is finished, whoever has stopped waiting for it.

use super::{Depot, Storehouse};
use anyhow::Result;
use probe::Check;
use std::time::Duration;
use tokio::time::{sleep, timeout};

/// Long after every move that was asked for.
const A_MINUTE: Duration = Duration::from_secs(60);

/// The moments at which a caller loses patience: before, during and after each of the two drives.
/// The latest comes first: a box in the air says more than one that was not fetched.
fn moments() -> impl Iterator<Item = Duration> {
    (0..=9).rev().map(|quarters| Duration::from_millis(250 * quarters))
}

fn check() -> Check {
    Check::new().deadlock_means(
        "Here: somebody waits for a move, and nobody is at work on it. Who holds the arm now,\n\
         and who has taken the request?",
    )
}

fn depot() -> (Storehouse, Depot) {
    let (storehouse, arm) = Storehouse::new();
    (storehouse, Depot::new(arm))
}

/// A move that has no reason to fail.
#[track_caller]
fn assert_moved(answer: Result<&'static str>, expected: &str, when: &str) {
    match answer {
        Ok(name) => assert!(
            name == expected,
            "{when}, a caller who asked for {expected} was told that {name} has been moved.\n\
             Whose answer is that?"
        ),
        Err(error) => panic!(
            "{when}, the next caller asked for {expected} and was turned away: {error}.\n\
             In production each caller after this one is turned away too.\n\
             In which state did the one before leave the arm, or whatever works it?"
        ),
    }
}

#[track_caller]
fn assert_not_in_the_air(storehouse: &Storehouse, name: &str, when: &str) -> usize {
    storehouse.place_of(name).unwrap_or_else(|| {
        panic!(
            "{when}. A minute later {name} is still in the air: it was lifted, and nobody puts it \
             down.\n\
             Whose future was to say `put_down`, and where is that future now?"
        )
    })
}

/// The arm was free, so it has begun as soon as the caller was there for a moment.
#[track_caller]
fn assert_finished(storehouse: &Storehouse, patience: Duration, when: &str) {
    let place = assert_not_in_the_air(storehouse, "tea", when);
    assert!(
        patience.is_zero() || place == 1,
        "{when}. The arm had set out for it, and a minute later tea is still at {place}.\n\
         A move that the arm has begun is finished: `move_box` says so. Who has called it off?"
    );
}

#[test]
fn a_box_is_moved_and_its_name_returned() {
    check().run(async {
        let (storehouse, depot) = depot();
        for (name, from, to) in [("tea", 0, 1), ("rice", 2, 3), ("tea", 1, 0)] {
            assert_moved(depot.move_box(from, to).await, name, "Nothing was cancelled");
            assert!(
                storehouse.place_of(name) == Some(to),
                "`move_box` has returned, and {name} is not at {to} yet.\n\
                 A caller who reads `Ok` sends the next one there to fetch it."
            );
        }
    });
}

#[test]
fn a_move_that_fails_says_so_and_the_next_one_works() {
    check().run(async {
        let (_, depot) = depot();
        let error = depot.move_box(3, 0).await.expect_err("there is no box at 3");
        assert!(
            error.to_string().contains("there is no box at 3"),
            "place 3 was empty, and the caller was told: {error}.\n\
             The error of `lift` is the one that helps."
        );
        let _ = timeout(A_MINUTE / 120, depot.move_box(1, 0)).await;
        let when = "After a move that failed, and one that failed when its caller had left";
        assert_moved(depot.move_box(2, 3).await, "rice", when);
    });
}

#[test]
fn callers_at_the_same_time_get_each_their_own_answer() {
    check().run(async {
        let (_, depot) = depot();
        let other = depot.clone();
        let (first, second) = tokio::join!(depot.move_box(0, 1), other.move_box(2, 3));
        assert_moved(first, "tea", "With two callers at the same time");
        assert_moved(second, "rice", "With two callers at the same time");
    });
}

#[test]
fn wherever_a_caller_is_dropped_no_box_stays_in_the_air() {
    let sweep = check().at_every_suspension(async |cut| {
        let (storehouse, depot) = depot();
        let answer = cut.run(depot.move_box(0, 1)).await;
        sleep(A_MINUTE).await;
        let place = assert_not_in_the_air(&storehouse, "tea", "The caller was dropped");
        assert!(
            cut.polls() > 0 || place == 0,
            "a call that nobody ever polled has moved a box. It was never asked for."
        );
        if answer.is_some() {
            assert!(place == 1, "`move_box` is done, and tea is at {place}");
        }
    });
    // Before the first poll, and while it waits.
    sweep.at_least(2);
}

// A sweep cannot stop a caller while somebody else does the work: it is polled too seldom. The
// clock can.
#[test]
fn a_caller_may_lose_patience_at_any_moment() {
    for patience in moments() {
        check().run(async {
            let (storehouse, depot) = depot();
            let when = format!("The first caller gave up after {} ms", patience.as_millis());
            let _ = timeout(patience, depot.move_box(0, 1)).await;
            assert_moved(depot.move_box(2, 3).await, "rice", &when);
            sleep(A_MINUTE).await;
            assert_finished(&storehouse, patience, &when);
        });
    }
}

#[test]
fn those_who_wait_in_the_queue_may_leave_it() {
    for patience in moments() {
        check().run(async {
            let (storehouse, depot) = depot();
            let when = format!("Two in the queue gave up after {} ms", patience.as_millis());
            let leaves = async |from, to| {
                let _ = timeout(patience, depot.move_box(from, to)).await;
            };
            let stays = depot.move_box(2, 3);
            let (_, rice, _) = tokio::join!(leaves(0, 1), stays, leaves(0, 1));
            assert_moved(rice, "rice", &when);
            sleep(A_MINUTE).await;
            for name in ["tea", "salt"] {
                assert_not_in_the_air(&storehouse, name, &when);
            }
        });
    }
}

#[test]
fn a_caller_who_leaves_with_the_last_handle_leaves_no_box_in_the_air() {
    for patience in moments() {
        check().run(async {
            let (storehouse, depot) = depot();
            let other = depot.clone();
            let call = async move { depot.move_box(0, 1).await };
            drop(other);
            let _ = timeout(patience, call).await;
            sleep(A_MINUTE).await;
            let when =
                format!("A caller left with the last handle after {} ms", patience.as_millis());
            assert_finished(&storehouse, patience, &when);
            assert!(
                !storehouse.has_an_arm(),
                "a minute ago the last handle of the depot was dropped, and the arm is still kept, \
                 with nobody left who could ask for anything.\n\
                 What is it waiting for? Who still holds the other end of that?"
            );
        });
    }
}
