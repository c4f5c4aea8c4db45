//! The sweeps visit every point where code can be dropped, and each point once.

use probe::{Check, Trace, cancel_after};
use std::cell::Cell;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::task::yield_now;

/// What the code had done by each of its cancellation points.
fn steps(sweep: impl FnOnce(&dyn Fn(Vec<String>))) -> Vec<Vec<String>> {
    let seen = std::cell::RefCell::new(Vec::new());
    sweep(&|events| seen.borrow_mut().push(events));
    seen.into_inner()
}

#[test]
fn a_ready_await_is_no_suspension() {
    let seen = steps(|record| {
        let sweep = probe::at_every_suspension(async |cut| {
            let trace = Trace::new();
            cut.run(async {
                trace.note("begun");
                std::future::ready(()).await;
                async { trace.note("still there") }.await;
                yield_now().await;
                trace.note("done");
            })
            .await;
            record(trace.events());
        });
        assert_eq!(sweep.points, 2);
    });
    assert_eq!(seen, [vec![], vec!["begun", "still there"], vec!["begun", "still there", "done"]]);
}

#[test]
fn code_that_never_suspends_has_one_point_the_unpolled_one() {
    let scenario = async |cut: &probe::Cut| {
        cut.run(async {}).await;
    };
    assert_eq!(probe::at_every_suspension(scenario).points, 1);
    assert_eq!(probe::at_every_leaf(scenario).points, 1);
}

#[test]
fn every_ready_operation_is_a_leaf() {
    let scenario = async |cut: &probe::Cut, seen: &Cell<usize>| {
        let (send, mut receive) = mpsc::channel(8);
        for n in 0..5 {
            send.try_send(n).unwrap();
        }
        let got = Cell::new(0);
        let all = async {
            for _ in 0..5 {
                receive.recv().await.unwrap();
                got.set(got.get() + 1);
            }
        };
        cut.run(all).await;
        seen.set(got.get());
    };
    let seen = Cell::new(0);
    let natural = probe::at_every_suspension(async |cut| scenario(cut, &seen).await);
    assert_eq!(natural.points, 1, "a filled channel suspends nobody");
    let mut by_leaf = Vec::new();
    let by_leaf_cell = std::cell::RefCell::new(&mut by_leaf);
    let leaves = probe::at_every_leaf(async |cut| {
        scenario(cut, &seen).await;
        by_leaf_cell.borrow_mut().push(seen.get());
    });
    assert_eq!(leaves.points, 5);
    assert_eq!(
        by_leaf,
        [0, 1, 2, 3, 4, 5],
        "each operation was, in turn, the one that did not come"
    );
}

#[test]
fn a_race_over_a_pipe_a_channel_and_a_clock_is_cut_between_all_its_operations() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let sweep = probe::at_every_leaf(async |cut| {
        let (mut near, mut far) = tokio::io::duplex(64);
        let (send, mut receive) = mpsc::channel(8);
        far.write_all(b"0123456789").await.unwrap();
        drop(far);
        for n in 0..5 {
            send.send(n).await.unwrap();
        }
        drop(send);
        let race = async {
            let mut tick = tokio::time::interval(Duration::from_millis(1));
            let (mut bytes, mut messages, mut ticks) = (0, 0, 0);
            while bytes < 10 || messages < 5 || ticks < 3 {
                tokio::select! {
                    byte = near.read_u8(), if bytes < 10 => { byte.unwrap(); bytes += 1 }
                    message = receive.recv(), if messages < 5 => { message.unwrap(); messages += 1 }
                    _ = tick.tick() => ticks += 1,
                }
            }
        };
        cut.run(race).await;
    });
    assert!(sweep.points >= 18, "only {} points", sweep.points);
}

#[test]
fn an_operation_that_needs_two_units_gets_on() {
    let sweep = probe::at_every_leaf(async |cut| {
        let mut bytes: &[u8] = &[7; 1000];
        let mut copied = Vec::new();
        cut.run(tokio::io::copy(&mut bytes, &mut copied)).await;
        let (mut near, mut far) = tokio::io::duplex(64);
        let piped = async {
            let copying = tokio::io::copy(&mut near, &mut copied);
            let feeding = async {
                tokio::io::AsyncWriteExt::write_all(&mut far, &[1; 200]).await.unwrap();
                drop(far);
            };
            tokio::join!(copying, feeding)
        };
        cut.run(piped).await;
    });
    sweep.at_least(4);
}

#[test]
fn a_sweep_of_a_service_ends_where_it_is_told_to() {
    let sweep = Check::new().up_to(7).at_every_suspension(async |cut| {
        cut.run(async {
            loop {
                yield_now().await;
            }
        })
        .await;
    });
    assert_eq!(sweep.points, 8);
}

#[test]
fn a_call_that_is_cut_can_be_repeated_in_the_same_scenario() {
    let sweep = probe::at_every_suspension(async |cut| {
        let done = Cell::new(0);
        for _ in 0..3 {
            cut.run(async {
                yield_now().await;
                done.set(done.get() + 1);
            })
            .await;
        }
        assert_eq!(done.get(), if cut.polls() < 2 { 0 } else { 3 });
    });
    assert_eq!(sweep.points, 2);
}

#[test]
fn cancel_after_drops_before_it_returns_and_wakes_for_real() {
    probe::run(async {
        let trace = Trace::new();
        let slow = |trace: Trace| async move {
            let _guard = trace.guard("dropped");
            tokio::time::sleep(Duration::from_secs(1)).await;
            trace.note("slept");
            std::future::pending::<()>().await;
        };
        let attempt = cancel_after(2, slow(trace.clone())).await;
        assert_eq!((attempt.output, attempt.polls), (None, 2));
        assert_eq!(trace.events(), ["slept", "dropped"]);

        let attempt = cancel_after(0, slow(Trace::new())).await;
        assert_eq!((attempt.output, attempt.polls), (None, 0));

        let attempt = cancel_after(1, std::future::ready(7)).await;
        assert_eq!((attempt.output, attempt.polls), (Some(7), 1));
    });
}

#[test]
fn each_run_begins_at_the_same_time_on_a_clock_of_its_own() {
    let _ = probe::at_every_suspension(async |cut| {
        let begun = tokio::time::Instant::now();
        cut.run(tokio::time::sleep(Duration::from_secs(5))).await;
        let expected = if cut.polls() < 2 { 0 } else { 5 };
        assert_eq!(begun.elapsed().as_secs(), expected);
    });
}
