//! What was taken last is given back first, wherever the backup is cancelled.

use super::{Site, back_up};
use probe::{Cut, Trace};

const SENT: [&str; 3] = ["accounts sent", "orders sent", "stock sent"];

/// Snapshot and upload taken at once, three files, and the time before the first poll.
const POINTS: usize = 5;

/// Runs the backup up to the cut and returns the log. What was made of the arguments is gone by then.
async fn log_of(cut: &Cut) -> Trace {
    let site = Site::default();
    cut.run(back_up(site.session(), site.lease())).await;
    site.log
}

/// If both are in the log, every `first` must come before any `then`.
#[track_caller]
fn assert_order(log: &Trace, first: &str, then: &str, why: &str) {
    let last = log.events().iter().rposition(|event| event == first);
    if let (Some(a), Some(b)) = (last, log.position(then)) {
        assert!(a < b, "{then:?} came before {first:?}: {why}");
    }
}

#[test]
fn all_files_are_sent_from_one_snapshot() {
    probe::run(async {
        let site = Site::default();
        back_up(site.session(), site.lease()).await;
        let log = site.log;
        for file in SENT {
            assert!(log.count(file) == 1, "{file:?} must be in the log once");
            assert_order(&log, "snapshot taken", file, "the file was still free to change");
            assert_order(
                &log,
                file,
                "snapshot released",
                "nothing kept the files from changing any more.\n\
                 How long does the snapshot live? (And a value that is bound to `_`?)",
            );
        }
    });
}

#[test]
fn the_upload_ends_before_its_snapshot_wherever_it_is_dropped() {
    let sweep = probe::at_every_suspension(async |cut| {
        let log = log_of(cut).await;
        assert_order(
            &log,
            "upload ended",
            "snapshot released",
            "for a moment the upload read files that were free to change",
        );
    });
    sweep.at_least(POINTS);
}

#[test]
fn the_session_closes_after_all_that_runs_over_it_wherever_it_is_dropped() {
    let sweep = probe::at_every_suspension(async |cut| {
        let log = log_of(cut).await;
        for end in ["upload ended", "snapshot released"] {
            assert_order(&log, end, "session closed", "it went over a connection that was closed");
        }
    });
    sweep.at_least(POINTS);
}

#[test]
fn the_lease_goes_last_wherever_it_is_dropped() {
    let sweep = probe::at_every_suspension(async |cut| {
        if cut.polls() == 0 {
            cut.run(async {}).await; // The next test looks at this point.
            return;
        }
        let log = log_of(cut).await;
        for end in ["upload ended", "snapshot released", "session closed"] {
            assert_order(
                &log,
                end,
                "lease returned",
                "another backup could begin while this one was still connected.\n\
                 In which order are locals and parameters dropped, once the body has been suspended?",
            );
        }
    });
    sweep.at_least(POINTS);
}

#[test]
fn the_lease_goes_last_even_before_the_first_poll() {
    probe::run(async {
        let site = Site::default();
        drop(back_up(site.session(), site.lease()));
        assert_order(
            &site.log,
            "session closed",
            "lease returned",
            "another backup could begin while this one was still connected.\n\
             The body never ran. What does a future hold before its first poll, and in which order \
             does it let it go?",
        );
    });
}

#[test]
fn all_is_given_back_once_wherever_it_is_dropped() {
    let sweep = probe::at_every_suspension(async |cut| {
        let log = log_of(cut).await;
        for end in ["session closed", "lease returned"] {
            assert!(
                log.count(end) == 1,
                "`back_up` is over, and {end:?} is in the log {} times; who holds it now?",
                log.count(end)
            );
        }
        for (begin, end) in
            [("snapshot taken", "snapshot released"), ("upload begun", "upload ended")]
        {
            assert!(
                log.count(begin) == log.count(end),
                "`back_up` is over, and not every {begin:?} has its {end:?}"
            );
        }
    });
    sweep.at_least(POINTS);
}
