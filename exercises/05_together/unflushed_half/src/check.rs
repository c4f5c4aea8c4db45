//! Whoever waits for two waits for both, also when one of them fails.

use super::{Ledger, close_the_day};
use anyhow::Result;
use probe::{Check, Trace};
use std::time::Duration;
use tokio::time::Instant;

/// A copy of five pages.
struct Plan {
    /// Milliseconds for each page.
    pace: u64,
    no_room_for: Option<usize>,
}

struct Outcome {
    result: Result<()>,
    took: Duration,
    /// As it is when `close_the_day` returns.
    log: Vec<String>,
}

impl Plan {
    fn good(pace: u64) -> Plan {
        Plan { pace, no_room_for: None }
    }

    fn bad(pace: u64, page: usize) -> Plan {
        Plan { pace, no_room_for: Some(page) }
    }

    fn ledger(&self, place: &'static str, log: &Trace) -> Ledger {
        let ledger = Ledger::new(place, 5, Duration::from_millis(self.pace), log);
        match self.no_room_for {
            Some(page) => ledger.without_room_for(page),
            None => ledger,
        }
    }
}

/// One evening. What is still running when it is over is judged by what it has not yet written.
fn evening(scenario: impl Future<Output = ()>) {
    Check::new().tasks_may_remain().run(scenario);
}

async fn close(disk: Plan, vault: Plan) -> Outcome {
    let log = Trace::new();
    let begun = Instant::now();
    let result = close_the_day(disk.ledger("disk", &log), vault.ledger("vault", &log)).await;
    Outcome { result, took: begun.elapsed(), log: log.events() }
}

#[track_caller]
fn assert_complete(outcome: &Outcome, place: &str, other: &str) {
    let log = &outcome.log;
    assert!(
        !log.iter().any(|event| event.starts_with(&format!("{place} torn off"))),
        "the {other} failed, and the {place}, which was well, was torn off in the middle.\n\
         Now there is no copy at all. Who dropped it, and what had it done to deserve that?"
    );
    assert!(
        outcome.log.contains(&format!("{place} complete")),
        "the {other} failed, and `close_the_day` returned while the {place} was still being written. \
         Whoever switches the machine off now has no copy at all."
    );
}

#[track_caller]
fn text_of(outcome: &Outcome, which: &str) -> String {
    match &outcome.result {
        Ok(()) => panic!(
            "the {which} failed, and `close_the_day` says `Ok`: nobody will look for the fault"
        ),
        Err(error) => format!("{error:#}"),
    }
}

#[test]
fn both_copies_are_written() {
    evening(async {
        let outcome = close(Plan::good(100), Plan::good(1000)).await;
        for place in ["disk", "vault"] {
            assert!(
                outcome.log.contains(&format!("{place} complete")),
                "nothing failed, `close_the_day` has returned, and the {place} is not complete"
            );
        }
        assert!(outcome.result.is_ok(), "nothing failed, and it says {:?}", outcome.result);
    });
}

#[test]
fn they_are_written_at_the_same_time() {
    evening(async {
        let outcome = close(Plan::good(900), Plan::good(1000)).await;
        assert!(
            outcome.took <= Duration::from_millis(5100),
            "the disk needs 4.5 s and the vault 5 s; the two together took {:?}. They do not have to wait \
         for one another",
            outcome.took
        );
    });
}

#[test]
fn the_vault_is_complete_although_the_disk_failed() {
    evening(async {
        for page in 1..=5 {
            assert_complete(&close(Plan::bad(600, page), Plan::good(1000)).await, "vault", "disk");
        }
    });
}

#[test]
fn the_disk_is_complete_although_the_vault_failed() {
    evening(async {
        for page in 1..=5 {
            assert_complete(&close(Plan::good(1000), Plan::bad(600, page)).await, "disk", "vault");
        }
    });
}

#[test]
fn a_single_failure_is_reported() {
    evening(async {
        for (disk_pace, vault_pace) in [(1, 1000), (1000, 1), (1000, 1000)] {
            let outcome = close(Plan::bad(disk_pace, 2), Plan::good(vault_pace)).await;
            let text = text_of(&outcome, "disk");
            assert!(
                text.contains("no room for page 2 of the disk"),
                "the disk failed, and the error says no more than {text:?}"
            );
            let outcome = close(Plan::good(disk_pace), Plan::bad(vault_pace, 3)).await;
            let text = text_of(&outcome, "vault");
            assert!(
                text.contains("no room for page 3 of the vault"),
                "the vault failed, and the error says no more than {text:?}"
            );
        }
    });
}

#[test]
fn if_both_fail_the_error_says_both_and_the_disk_first() {
    evening(async {
        // In milliseconds for a page, and the page for which there is no room.
        for (disk, vault) in [((1, 2), (1000, 3)), ((1000, 5), (1, 1)), ((1000, 4), (1000, 4))] {
            let outcome = close(Plan::bad(disk.0, disk.1), Plan::bad(vault.0, vault.1)).await;
            let text = text_of(&outcome, "disk");
            let disk = text.find(&format!("no room for page {} of the disk", disk.1));
            let vault = text.find(&format!("no room for page {} of the vault", vault.1));
            assert!(
                disk.is_some() && vault.is_some(),
                "both copies failed, and the error says\n    {text}\n\
             Whoever repairs what it says will lose the next day too"
            );
            assert!(
                disk < vault,
                "the disk is to be named first, whichever failed first; the error says\n    {text}\n\
             The same two faults should read the same every evening"
            );
        }
    });
}
