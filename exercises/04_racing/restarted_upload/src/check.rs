//! An upload that loses a race goes on, and one that is done stays done.

use super::{Link, serve};
use probe::Check;
use std::time::Duration;
use tokio::sync::mpsc::{Receiver, channel};
use tokio::time::{Instant, sleep, timeout};

/// Longer than any of these stories. Where somebody goes on for ever, it ends here.
const LONG: Duration = Duration::from_secs(150);

/// Polls that `serve` may need. None of these stories has more than a hundred events; only a loop that
/// never waits comes here.
const MOST_POLLS: usize = 1000;

/// The pings come from a task of the check, which may still be asleep when `serve` is over.
fn check() -> Check {
    Check::new().tasks_may_remain()
}

/// Pings that come one by one, `apart` from each other. The channel is closed as long after the last one.
fn pings(count: u32, apart: Duration) -> Receiver<u32> {
    let (sender, receiver) = channel(1);
    tokio::spawn(async move {
        for ping in 1..=count {
            sleep(apart).await;
            if sender.send(ping).await.is_err() {
                return;
            }
        }
        sleep(apart).await;
    });
    receiver
}

/// Runs `serve` until it returns, or for a long time.
async fn run(link: &Link, mut pings: Receiver<u32>) {
    let begun = Instant::now();
    let serve = probe::cancel_after(MOST_POLLS, serve(link, "report", &mut pings));
    let gave_up = timeout(LONG, serve).await.is_ok_and(|attempt| attempt.output.is_none());
    assert!(
        !gave_up,
        "in {:?} `serve` was polled {MOST_POLLS} times, and it has not returned: it goes round and round.\n\
         Which of its branches is ready every time, and with what?",
        begun.elapsed()
    );
}

#[track_caller]
fn assert_sent_once_and_in_time(link: &Link) {
    let begun = link.times_of("report begun");
    let sent = link.times_of("report sent");
    assert!(
        begun.len() == 1,
        "the report was begun {} times, and sent to its end {} times. The second one was begun {:?} after \
         the first.\n\
         Which line makes an upload, and how often does it run?",
        begun.len(),
        sent.len(),
        begun.get(1).map_or(Duration::ZERO, |second| *second - begun[0])
    );
    assert!(
        sent.len() == 1,
        "the upload was begun and never got to its end. Who has dropped it, or polls it no more?"
    );
    assert!(
        sent[0] == Duration::from_secs(10),
        "a report takes ten seconds, and this one was sent after {:?}.\n\
         Meanwhile somebody did not poll it.",
        sent[0]
    );
}

#[test]
fn a_report_is_sent_once_and_takes_ten_seconds() {
    check().run(async {
        let link = Link::open();
        // Nobody pings at all, and the channel is closed only after the report is sent.
        run(&link, pings(0, Duration::from_secs(20))).await;
        assert_sent_once_and_in_time(&link);
    });
}

#[test]
fn a_ping_does_not_disturb_the_upload() {
    // 10 s and 2.5 s: a ping comes at the very moment at which the upload is done, and `select!` begins
    // with a branch that is chosen at random. 16 such runs: luck passes them once in 65 000 times.
    for apart in [2500, 900, 300, 10_000].repeat(8) {
        check().run(async {
            let link = Link::open();
            run(&link, pings(12, Duration::from_millis(apart))).await;
            assert_sent_once_and_in_time(&link);
        });
    }
}

#[test]
fn a_ping_is_answered_when_it_comes() {
    check().run(async {
        let link = Link::open();
        let apart = Duration::from_millis(700);
        run(&link, pings(30, apart)).await;
        for ping in 1..=30 {
            let came = apart * ping;
            let answers = link.times_of(&format!("ping {ping} answered"));
            let sent = if came < Duration::from_secs(10) { "not sent yet" } else { "already sent" };
            assert!(
                answers.len() == 1,
                "ping {ping} was answered {} times; the report was {sent} when it came.\n\
                 Whoever pings and hears nothing believes that the station is dead.",
                answers.len()
            );
            assert!(
                answers[0] - came < Duration::from_millis(1),
                "ping {ping} came after {came:?} and was answered after {:?}: by then somebody believes \
                 that the station is dead.\n\
                 What did `serve` wait for meanwhile?",
                answers[0]
            );
        }
    });
}

#[test]
fn the_report_is_sent_although_nobody_pings_any_more() {
    check().run(async {
        let link = Link::open();
        run(&link, pings(1, Duration::from_millis(1500))).await;
        assert_sent_once_and_in_time(&link);
    });
}

#[test]
fn serve_returns_when_both_are_over() {
    check().run(async {
        for seconds in [1, 15] {
            let begun = Instant::now();
            run(&Link::open(), pings(1, Duration::from_secs(seconds))).await;
            let over = Duration::from_secs((2 * seconds).max(10));
            assert!(
                begun.elapsed() == over,
                "the report takes 10 s and the last ping came after {seconds} s; after {over:?} there was \
                 nothing left to do, and `serve` returned after {:?}",
                begun.elapsed()
            );
        }
    });
}

#[test]
fn wherever_serve_is_dropped_no_upload_goes_on() {
    // At every suspension: each second and each ping is one, and the scenario decides when they come.
    let sweep = check().up_to(60).at_every_suspension(async |cut| {
        let link = Link::open();
        let mut pings = pings(4, Duration::from_millis(1500));
        cut.run(serve(&link, "report", &mut pings)).await;
        probe::settle().await; // What was aborted needs a turn to end.
        assert!(
            link.uploads().alive() == 0,
            "`serve` is over, and an upload goes on: it fills the link, and nobody can stop it.\n\
             To whom does it belong?"
        );
    });
    // Four pings and the end of either side. Whoever polls the upload itself has ten more.
    sweep.at_least(5);
}
