//! Each fault is reported as what it is, and none of them hangs.

use probe::{Check, Trace};
use std::future::pending;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::{Command, Output};
use std::time::{Duration, Instant};
use tokio::task::yield_now;

/// The message that a failing check leaves behind.
fn message_of(check: impl FnOnce()) -> String {
    let payload = catch_unwind(AssertUnwindSafe(check)).expect_err("the check passed");
    *payload.downcast::<String>().expect("a report is text")
}

#[track_caller]
fn assert_says(message: &str, wanted: &[&str]) {
    for wanted in wanted {
        assert!(message.contains(wanted), "not in the message: {wanted:?}\n{message}");
    }
}

#[test]
fn a_future_that_is_pending_for_ever_is_a_deadlock() {
    let begun = Instant::now();
    let message = message_of(|| probe::run(pending::<()>()));
    assert_says(&message, &["DEADLOCK", "last polled at 0 ms", "ran on to 24 h"]);
    assert!(begun.elapsed() < Duration::from_secs(2), "it took {:?}", begun.elapsed());
}

#[test]
fn a_deadlock_beside_a_task_that_lives_on_is_a_deadlock() {
    let message = message_of(|| {
        probe::run(async {
            tokio::spawn(async {
                loop {
                    tokio::time::sleep(Duration::from_secs(3600)).await;
                }
            });
            pending::<()>().await;
        });
    });
    assert_says(&message, &["DEADLOCK", "One other task is alive, and does not wake it."]);
}

#[test]
fn a_nap_longer_than_the_limit_is_no_deadlock() {
    let message = message_of(|| {
        probe::run(async { tokio::time::sleep(Duration::from_secs(48 * 3600)).await });
    });
    assert_says(&message, &["NEVER ENDS", "after 48 h"]);
}

#[test]
fn a_deadlock_whose_cause_panicked_shows_the_panic_too() {
    let message = message_of(|| {
        probe::run(async {
            let (send, receive) = tokio::sync::oneshot::channel::<()>();
            tokio::spawn(async move {
                let _kept = std::mem::ManuallyDrop::new(send);
                panic!("the cause");
            });
            let _ = receive.await;
        });
    });
    assert_says(&message, &["DEADLOCK", "This panicked", "the cause"]);
}

#[test]
fn a_blocking_task_that_nobody_can_wait_for_waits_outside() {
    let message = message_of(|| {
        let (release, blocked) = std::sync::mpsc::channel::<()>();
        Check::new().stall_after(Duration::from_secs(1)).run(async {
            let task = tokio::task::spawn_blocking(move || blocked.recv());
            let release = release; // Dropped with the scenario, which lets the task end.
            let _ = task.await;
            drop(release);
        });
    });
    assert_says(&message, &["WAITS OUTSIDE", "spawn_blocking"]);
}

#[test]
fn slow_work_that_gets_on_is_given_time() {
    Check::new().stall_after(Duration::from_millis(200)).run(async {
        for _ in 0..8 {
            let begun = Instant::now();
            while begun.elapsed() < Duration::from_millis(100) {
                std::hint::spin_loop();
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    });
}

#[test]
fn a_panic_on_a_blocking_thread_is_seen() {
    let message = message_of(|| {
        probe::run(async {
            let _ = tokio::task::spawn_blocking(|| panic!("on another thread")).await;
        });
    });
    assert_says(&message, &["UNSEEN PANIC", "on another thread"]);
}

#[test]
fn a_resumed_panic_is_told() {
    let message = message_of(|| {
        probe::run(async { std::panic::resume_unwind(Box::new("resumed on purpose")) })
    });
    assert_says(&message, &["resumed on purpose"]);
}

#[test]
fn a_check_inside_a_runtime_is_refused_with_the_remedy() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let payload = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async { probe::run(async {}) });
    }))
    .unwrap_err();
    let message = payload.downcast::<&str>().expect("it is a plain panic");
    assert_says(&message, &["plain `#[test]`"]);
}

#[test]
fn a_cut_that_is_dropped_from_outside_proves_nothing() {
    let message = message_of(|| {
        let _ = probe::at_every_suspension(async |cut| {
            let endless = cut.run(pending::<()>());
            let _ = tokio::time::timeout(Duration::from_secs(1), async {
                yield_now().await;
                endless.await
            })
            .await;
            let never = cut.run(async {
                loop {
                    tokio::time::sleep(Duration::from_secs(9)).await;
                }
            });
            let _ = tokio::time::timeout(Duration::from_secs(10), never).await;
        });
    });
    assert_says(&message, &["ABANDONED"]);
}

#[test]
fn a_sweep_over_too_few_points_says_why() {
    let sweep = probe::at_every_suspension(async |cut| {
        cut.run(async {}).await;
    });
    sweep.at_least(1);
    let message = message_of(|| sweep.at_least(2));
    assert_says(&message, &["TOO FEW POINTS", "at 1 places"]);
}

#[test]
fn the_author_of_a_check_can_say_what_a_deadlock_means() {
    let message = message_of(|| {
        let check = Check::new().deadlock_means("Here: nobody\nopens the door.");
        check.run(pending::<()>());
    });
    assert_says(&message, &["DEADLOCK", "\n  Here: nobody\n  opens the door.\n"]);
}

#[test]
fn a_story_that_would_give_the_answer_away_is_kept_secret() {
    let message = message_of(|| {
        Check::new().keep_the_story_secret().run(async {
            Trace::new().note("the answer");
            panic!("think again");
        });
    });
    assert_says(&message, &["think again"]);
    assert!(!message.contains("the answer"), "{message}");
}

#[test]
fn two_tasks_that_wait_for_each_other_are_a_deadlock() {
    let message = message_of(|| {
        probe::run(async {
            let (a, b) = (tokio::sync::Mutex::new(()), tokio::sync::Mutex::new(()));
            let cross = async |x: &tokio::sync::Mutex<()>, y: &tokio::sync::Mutex<()>| {
                let _x = x.lock().await;
                tokio::time::sleep(Duration::from_millis(10)).await;
                let _y = y.lock().await;
            };
            tokio::join!(cross(&a, &b), cross(&b, &a));
        });
    });
    assert_says(&message, &["DEADLOCK", "last polled at 10 ms"]);
}

#[test]
fn an_interval_without_an_end_never_ends() {
    let message = message_of(|| {
        Check::new().clock_limit(Duration::from_secs(3600)).run(async {
            let mut second = tokio::time::interval(Duration::from_secs(1));
            loop {
                second.tick().await;
            }
        });
    });
    assert_says(&message, &["NEVER ENDS", "after 3601 s", "clock_limit"]);
}

#[test]
fn an_interval_too_short_to_see_the_end_of_the_day_never_ends_either() {
    let message = message_of(|| {
        let check = Check::new().stall_after(Duration::from_secs(1));
        check.clock_limit(Duration::from_secs(1_000_000_000)).run(async {
            let mut tick = tokio::time::interval(Duration::from_millis(1));
            loop {
                tick.tick().await;
            }
        });
    });
    assert_says(&message, &["NEVER ENDS"]);
}

#[test]
fn a_future_that_wakes_itself_for_ever_never_rests() {
    let message = message_of(|| {
        Check::new().stall_after(Duration::from_secs(1)).run(async {
            loop {
                yield_now().await;
            }
        });
    });
    assert_says(&message, &["NEVER RESTS", "stands at 0 ms", "yield_now"]);
}

#[test]
fn a_spawned_task_that_wakes_itself_for_ever_never_rests() {
    let message = message_of(|| {
        Check::new().stall_after(Duration::from_secs(1)).run(async {
            let spinner = tokio::spawn(async {
                loop {
                    yield_now().await;
                }
            });
            spinner.await.unwrap();
        });
    });
    assert_says(&message, &["NEVER RESTS", "polled once"]);
}

#[test]
fn code_under_test_that_wakes_itself_for_ever_never_ends_in_a_sweep() {
    let message = message_of(|| {
        let _ = probe::at_every_suspension(async |cut| {
            let endless = async {
                loop {
                    yield_now().await;
                }
            };
            cut.run(endless).await;
        });
    });
    assert_says(&message, &["NEVER ENDS", "not done after 1000 polls", "up_to"]);
}

#[test]
fn a_panic_in_the_code_under_test_names_the_poll() {
    let message = message_of(|| {
        let _ = probe::at_every_suspension(async |cut| {
            cut.run(async {
                yield_now().await;
                panic!("the kettle is empty");
            })
            .await;
        });
    });
    let wanted = ["PANIC in the code under test, in poll 2", "the kettle is empty", "faults.rs:"];
    assert_says(&message, &wanted);
}

#[test]
fn a_panic_in_a_destructor_names_the_drop() {
    struct Bomb;
    impl Drop for Bomb {
        fn drop(&mut self) {
            panic!("dropped by accident");
        }
    }
    let message = message_of(|| {
        let _ = probe::at_every_suspension(async |cut| {
            cut.run(async {
                let bomb = Bomb;
                yield_now().await;
                std::mem::forget(bomb);
            })
            .await;
        });
    });
    let wanted = [
        "PANIC in a destructor, while the future was dropped after poll 1",
        "dropped by accident",
        "after 1 poll",
    ];
    assert_says(&message, &wanted);
}

#[test]
fn a_task_that_is_still_running_is_left_running() {
    let message = message_of(|| {
        probe::run(async {
            tokio::spawn(tokio::time::sleep(Duration::from_millis(1)));
        });
    });
    assert_says(&message, &["LEFT RUNNING", "1 task is still running"]);
    Check::new().tasks_may_remain().run(async {
        tokio::spawn(pending::<()>());
    });
}

#[test]
fn a_task_that_was_aborted_is_not_left_running() {
    probe::run(async {
        tokio::spawn(pending::<()>()).abort();
    });
}

#[test]
fn a_panic_that_nobody_saw_is_reported() {
    let quiet = async {
        let task = tokio::spawn(async { panic!("in the background") });
        assert!(task.await.unwrap_err().is_panic());
    };
    let message = message_of(|| probe::run(quiet));
    assert_says(&message, &["UNSEEN PANIC", "in the background"]);
    Check::new().panics_expected().run(async {
        let task = tokio::spawn(async { panic!("expected") });
        assert!(task.await.unwrap_err().is_panic());
    });
}

#[test]
fn a_scenario_that_cuts_nothing_is_no_proof() {
    let message = message_of(|| {
        let _ = probe::at_every_leaf(async |_| {});
    });
    assert_says(&message, &["NOTHING TO CUT"]);
}

#[test]
fn a_failing_assertion_is_told_with_its_point_and_its_story() {
    let message = message_of(|| {
        let _ = probe::at_every_suspension(async |cut| {
            let trace = Trace::new();
            cut.run(async {
                let _lock = trace.guard("unlocked");
                trace.note("locked");
                tokio::time::sleep(Duration::from_millis(20)).await;
                trace.note("halfway");
                yield_now().await;
                trace.note("written");
            })
            .await;
            assert!(trace.position("halfway").is_none(), "it must not get halfway");
        });
    });
    let told = "\
  it must not get halfway
  at tools/probe/tests/faults.rs:";
    let story = "\
  This run dropped the code under test after 2 polls.

  What happened, in order:
        0 ms    locked
       20 ms    halfway
       20 ms  × dropped here, after poll 2
       20 ms    unlocked
";
    assert_says(&message, &[told, story]);
    assert!(!message.contains("failed here"), "as a last line it says nothing:\n{message}");
    assert!(!message.contains("tokio-"), "a frame of tokio is no help:\n{message}");
}

// The faults below end the process, so each test runs itself again in a process of its own.

/// Runs the test `name` of this binary again, this time as the patient.
fn patient(name: &str) -> (Output, Duration) {
    let begun = Instant::now();
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", name, "--test-threads=1"])
        .env("PROBE_TEST_PATIENT", name)
        .env("PROBE_STALL_SECONDS", "1")
        .output()
        .unwrap();
    (output, begun.elapsed())
}

fn is_patient() -> bool {
    std::env::var_os("PROBE_TEST_PATIENT").is_some()
}

#[track_caller]
fn assert_stuck(name: &str, wanted: &[&str]) {
    let (output, took) = patient(name);
    let message = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(probe::STALL_EXIT_CODE), "{message}");
    assert_says(&message, &["STUCK", "exit code 124"]);
    assert_says(&message, wanted);
    assert!(took < Duration::from_secs(30), "it took {took:?}");
}

#[test]
fn a_thread_that_sleeps_for_a_minute_is_stuck_and_asleep() {
    if is_patient() {
        let trace = Trace::new();
        trace.note("about to sleep");
        probe::run(async {
            trace.note("sleeping");
            std::thread::sleep(Duration::from_secs(60));
        });
        return;
    }
    let asleep = if cfg!(target_os = "linux") { "it is asleep." } else { "asleep or computing" };
    let wanted = [asleep, "std::thread::sleep", "inside the check", "sleeping"];
    assert_stuck("a_thread_that_sleeps_for_a_minute_is_stuck_and_asleep", &wanted);
}

#[test]
fn a_loop_without_an_await_is_stuck_and_computing() {
    if is_patient() {
        let _ = probe::at_every_suspension(async |cut| {
            cut.run(async {
                yield_now().await;
                loop {
                    std::hint::spin_loop();
                }
            })
            .await;
        });
        return;
    }
    let computing =
        if cfg!(target_os = "linux") { "computing all the time" } else { "asleep or computing" };
    let wanted = [computing, "inside a poll of the code under test", "after 2 polls"];
    assert_stuck("a_loop_without_an_await_is_stuck_and_computing", &wanted);
}

#[test]
fn a_thread_that_holds_standard_error_is_stuck_all_the_same() {
    if is_patient() {
        probe::run(async {
            let _held = std::io::stderr().lock();
            std::thread::sleep(Duration::from_secs(60));
        });
        return;
    }
    let (output, took) = patient("a_thread_that_holds_standard_error_is_stuck_all_the_same");
    assert_eq!(output.status.code(), Some(probe::STALL_EXIT_CODE));
    assert!(took < Duration::from_secs(30), "it took {took:?}");
}

#[test]
fn a_failed_assertion_is_not_lost_when_a_destructor_gets_stuck_after_it() {
    struct Sleeper;
    impl Drop for Sleeper {
        fn drop(&mut self) {
            std::thread::sleep(Duration::from_secs(60));
        }
    }
    if is_patient() {
        probe::run(async {
            let _sleeper = Sleeper;
            yield_now().await;
            panic!("the assertion");
        });
        return;
    }
    assert_stuck(
        "a_failed_assertion_is_not_lost_when_a_destructor_gets_stuck_after_it",
        &["Before that", "the assertion"],
    );
}

#[test]
fn a_destructor_that_blocks_is_stuck_in_a_destructor() {
    struct Sleeper;
    impl Drop for Sleeper {
        fn drop(&mut self) {
            std::thread::sleep(Duration::from_secs(60));
        }
    }
    if is_patient() {
        let _ = probe::at_every_suspension(async |cut| {
            cut.run(async {
                let _sleeper = Sleeper;
                pending::<()>().await;
            })
            .await;
        });
        return;
    }
    assert_stuck(
        "a_destructor_that_blocks_is_stuck_in_a_destructor",
        &["inside a destructor", "× dropped here, after poll 1"],
    );
}

#[test]
fn a_blocking_task_that_does_not_end_is_stuck_in_the_teardown() {
    if is_patient() {
        probe::run(async {
            drop(tokio::task::spawn_blocking(|| std::thread::sleep(Duration::from_secs(60))));
            yield_now().await;
        });
        return;
    }
    assert_stuck(
        "a_blocking_task_that_does_not_end_is_stuck_in_the_teardown",
        &["taking the runtime down"],
    );
}

#[test]
fn a_panic_in_a_destructor_during_a_panic_is_told_before_the_process_ends() {
    struct Bomb;
    impl Drop for Bomb {
        fn drop(&mut self) {
            panic!("second");
        }
    }
    if is_patient() {
        probe::run(async {
            let _bomb = Bomb;
            yield_now().await;
            panic!("first");
        });
        return;
    }
    let (output, _) =
        patient("a_panic_in_a_destructor_during_a_panic_is_told_before_the_process_ends");
    let message = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    assert_says(&message, &["DOUBLE PANIC", "first", "second"]);
}

#[test]
fn the_backtrace_is_there_on_request_only() {
    if is_patient() {
        probe::run(async { panic!("plain") });
        return;
    }
    let run = |requested: bool| {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command
            .args(["--exact", "the_backtrace_is_there_on_request_only", "--nocapture"])
            .env("PROBE_TEST_PATIENT", "1")
            .env("RUST_BACKTRACE", "1");
        if requested {
            command.env("PROBE_BACKTRACE", "1");
        }
        String::from_utf8_lossy(&command.output().unwrap().stderr).into_owned()
    };
    assert!(!run(false).contains("stack backtrace"), "{}", run(false));
    assert!(run(true).contains("stack backtrace"), "{}", run(true));
}

#[test]
fn the_backtrace_of_an_error_is_left_out_too() {
    // As anyhow prints an error under `RUST_BACKTRACE=1`.
    let error = "no tea\n\nStack backtrace:\n   0: core::ops::function";
    let message = message_of(|| probe::run(async { panic!("the kettle: {error}") }));
    assert_says(&message, &["the kettle: no tea"]);
    assert!(!message.contains("backtrace"), "{message}");
}

#[test]
fn a_bad_setting_is_named_with_its_remedy() {
    if is_patient() {
        probe::run(async {});
        return;
    }
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "a_bad_setting_is_named_with_its_remedy", "--nocapture"])
        .env("PROBE_TEST_PATIENT", "1")
        .env("PROBE_STALL_SECONDS", "soon")
        .output()
        .unwrap();
    assert!(!output.status.success());
    assert_says(&String::from_utf8_lossy(&output.stderr), &["PROBE_STALL_SECONDS is \"soon\""]);
}
