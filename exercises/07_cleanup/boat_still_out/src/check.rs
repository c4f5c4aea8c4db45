//! A boat that is back is signed in once, whatever becomes of the runtime; and washed, if the
//! runtime goes on.

use super::{Harbour, Hire};
use probe::{Check, Trace};
use std::future::pending;
use std::thread;
use std::time::Duration;
use tokio::task::yield_now;
use tokio::time::sleep;

const BOAT: u32 = 7;

/// Long enough for a boat to be washed.
const AFTERNOON: Duration = Duration::from_secs(4 * 3600);

#[track_caller]
fn assert_signed_in(harbour: &Harbour, when: &str, question: &str) {
    let times = harbour.log().count("boat 7 signed in");
    assert!(
        times > 0 && !harbour.is_out(BOAT),
        "{when}, and in the book the boat is still out. It lies at the jetty, and the lifeboat is \
         looking for it.\n\
         {question}"
    );
    assert!(times == 1, "{when}, and the boat was signed in {times} times where once is right");
}

/// The same, when the run is over and its runtime is gone: another run tells the story again.
fn assert_signed_in_by_now(harbour: &Harbour, when: &str, question: &str) {
    probe::run(async {
        let story = Trace::new();
        harbour.log().events().into_iter().for_each(|event| story.note(event));
        assert_signed_in(harbour, when, question);
    });
}

#[track_caller]
fn assert_washed(harbour: &Harbour) {
    let washed = harbour.log().count("boat 7 washed");
    assert!(washed == 1, "the runtime had all afternoon, and the boat was washed {washed} times");
}

#[test]
fn a_boat_that_comes_back_is_washed_and_signed_in() {
    probe::run(async {
        let harbour = Harbour::new();
        drop(Hire::begin(&harbour, BOAT));
        sleep(AFTERNOON).await;
        assert_signed_in(&harbour, "the boat came back hours ago", "Who was to sign it in?");
        assert_washed(&harbour);
    });
}

#[test]
fn a_boat_is_back_wherever_its_trip_is_dropped() {
    async fn trip(harbour: &Harbour) {
        let _hire = Hire::begin(harbour, BOAT);
        yield_now().await; // To the island,
        yield_now().await; // and back.
    }
    let sweep = probe::at_every_suspension(async |cut| {
        let harbour = Harbour::new();
        cut.run(trip(&harbour)).await;
        sleep(AFTERNOON).await;
        if harbour.log().count("boat 7 signed out") > 0 {
            assert_signed_in(
                &harbour,
                "the trip was over hours ago",
                "Who was to sign the boat in?",
            );
            assert_washed(&harbour);
        }
    });
    sweep.at_least(3);
}

#[test]
fn a_boat_that_comes_back_while_the_runtime_shuts_down_is_signed_in() {
    let harbour = Harbour::new();
    // The task is still on the lake at the end of the run; then the runtime is dropped, and the
    // task with it.
    Check::new().tasks_may_remain().run(async {
        let hire = Hire::begin(&harbour, BOAT);
        tokio::spawn(async move {
            let _hire = hire;
            pending::<()>().await;
        });
        yield_now().await;
    });
    assert_signed_in_by_now(
        &harbour,
        "the runtime was shut down, a task was dropped by that, and a boat came back",
        "`tokio::spawn` returned as ever. Does a task that is spawned now get a turn? And if the \
         runtime is asked whether it is there, what does it say?",
    );
}

#[test]
fn a_boat_that_is_being_washed_when_the_runtime_shuts_down_is_signed_in() {
    let harbour = Harbour::new();
    Check::new().tasks_may_remain().run(async {
        drop(Hire::begin(&harbour, BOAT));
        sleep(Duration::from_secs(60)).await;
    });
    assert_signed_in_by_now(
        &harbour,
        "a boat was being washed, the runtime shut down, and the task that washed it was dropped",
        "Which of its lines had run by then? What else runs when a task is dropped?",
    );
}

#[test]
fn a_boat_that_comes_back_after_the_runtime_is_signed_in() {
    let harbour = Harbour::new();
    let hire = Check::new().tasks_may_remain().run(async {
        let hire = Hire::begin(&harbour, BOAT);
        yield_now().await;
        hire
    });
    probe::run(async {
        assert!(
            harbour.is_out(BOAT),
            "the runtime is gone, somebody is still on the lake, and in the book the boat is not out: \
             the lifeboat will stay in the harbour.\n\
             Whose end is it that brings the boat back?"
        );
        // A thread of its own, so that the runtime of this run is not taken for that of the hire.
        let end = thread::spawn(move || drop(hire)).join();
        assert!(
            end.is_ok(),
            "the boat came back when the runtime was gone, and the destructor panicked. Had there \
             been a panic already, this would have ended the process.\n\
             What in it needs a runtime, and does not ask whether there is one?"
        );
    });
    assert_signed_in_by_now(
        &harbour,
        "the boat came back when the runtime was gone",
        "Which part of coming back can be done without one?",
    );
}

#[test]
fn a_boat_may_come_back_on_a_thread_that_no_runtime_knows() {
    probe::run(async {
        let harbour = Harbour::new();
        let hire = Hire::begin(&harbour, BOAT);
        let end = thread::spawn(move || drop(hire)).join();
        assert!(
            end.is_ok(),
            "the boat came back on a plain thread, and the destructor panicked.\n\
             What in it needs a runtime, and does not ask whether there is one?"
        );
        sleep(AFTERNOON).await; // It may be washed first, by a runtime that is elsewhere.
        assert_signed_in(
            &harbour,
            "the boat came back on a plain thread hours ago",
            "Which part of coming back can be done without a runtime?",
        );
    });
}
