//! Asked to stop, the watch ends at the next place where nothing is half done, and at once if it is there.

use super::{Round, Station, keep_watch};
use probe::Check;
use std::time::Duration;
use tokio::time::{advance, sleep, timeout};
use tokio_util::sync::CancellationToken;

const PERIOD: Duration = Duration::from_secs(60);
const STEP: Duration = Duration::from_secs(5);
/// A round at this pace takes longer than a minute, so the next one is always overdue.
const SLOW_STEP: Duration = Duration::from_secs(30);

/// Ten rounds need some fifty. Whoever is polled so often looks again and again.
const MOST_POLLS: usize = 200;

/// Before the first poll, in the first wait, and at the request. More, if the watch does its work itself and
/// not in a task that it owns; fewer, if it does not wait at all.
const POINTS: usize = 3;

/// One watch, from the beginning to the end.
struct Watch {
    rounds: Vec<Round>,
    /// When it returned; `None` if it had to be given up an hour after it was asked to stop.
    ended: Option<Duration>,
}

/// Keeps watch, and is asked to stop after `ask`.
async fn watch(step: Duration, ask: Duration) -> Watch {
    let (station, stop) = (Station::open(step), CancellationToken::new());
    let asked = async {
        let whole = Duration::from_millis(u64::try_from(ask.as_millis()).expect("a day is short"));
        sleep(whole).await;
        if ask > whole {
            advance(ask - whole).await; // No timer fires between two milliseconds.
        }
        station.log.note("asked to stop");
        stop.cancel();
    };
    if ask == Duration::ZERO {
        stop.cancel(); // Before the watch begins, and not beside it.
    }
    let watched = async {
        let attempt = probe::cancel_after(MOST_POLLS, keep_watch(&station, &stop));
        match timeout(ask + 60 * PERIOD, attempt).await {
            Err(_) => None,
            Ok(attempt) => {
                assert!(
                    attempt.output.is_some(),
                    "it was polled {MOST_POLLS} times, and was not done. Between two rounds nothing happens; \
                     what does it look for all the time, and could it be told instead?"
                );
                Some(station.clock())
            }
        }
    };
    let (ended, ()) = tokio::join!(watched, asked);
    Watch { rounds: station.rounds(), ended }
}

impl Watch {
    #[track_caller]
    fn ended(&self, asked: Duration) -> Duration {
        let Some(ended) = self.ended else {
            panic!("asked to stop after {asked:?}, it was still there an hour later")
        };
        ended
    }

    #[track_caller]
    fn assert_whole(&self, asked: Duration) {
        for (number, round) in self.rounds.iter().enumerate() {
            assert!(
                round.at_harbour && round.at_airport,
                "asked to stop after {asked:?}, it ended in the middle of round {}: what the harbour and the \
                 airport know is no longer the same.\n\
                 Which of the waits may be given up when somebody asks, and which may not?",
                number + 1
            );
        }
    }
}

#[test]
fn a_round_begins_every_minute_until_somebody_asks() {
    probe::run(async {
        let Watch { rounds, .. } = watch(STEP, Duration::from_millis(150_050)).await;
        let begun: Vec<Duration> = rounds.iter().map(|round| round.begun).take(3).collect();
        assert!(
            begun == [Duration::ZERO, PERIOD, 2 * PERIOD],
            "rounds must begin after 0s, 60s and 120s; the first ones began after {begun:?}"
        );
        assert!(
            rounds[..3].iter().all(|round| round.at_harbour && round.at_airport),
            "nobody had asked yet, and not every reading is at the harbour and at the airport"
        );
    });
}

#[test]
fn asked_between_two_rounds_it_ends_at_once() {
    for millis in [15_050, 20_050, 59_950, 75_050, 119_950, 135_050] {
        // Each watch has a run of its own, and with it a story of its own.
        probe::run(async {
            let ask = Duration::from_millis(millis);
            let ended = watch(STEP, ask).await.ended(ask);
            assert!(ended >= ask, "nobody asked it to stop, and it ended after {ended:?}");
            assert!(
                ended == ask,
                "asked to stop after {ask:?}, it ended after {ended:?}: {:?} later, although nothing was \
                 half done.\n\
                 What was it waiting for when somebody asked, and what could have told it?",
                ended - ask
            );
        });
    }
}

#[test]
fn asked_during_a_round_it_ends_with_that_round() {
    for (millis, end) in [(50, 15), (5_050, 15), (14_950, 15), (61_050, 75), (132_050, 135)] {
        probe::run(async {
            let ask = Duration::from_millis(millis);
            let watch = watch(STEP, ask).await;
            watch.assert_whole(ask);
            let ended = watch.ended(ask);
            assert!(
                ended == Duration::from_secs(end),
                "asked to stop after {ask:?}, in a round that was done after {end}s, it ended after {ended:?}.\n\
                 Where does the code look, once the round is done?"
            );
        });
    }
}

#[test]
fn no_round_begins_after_it_was_asked() {
    // Where both branches of a `select!` are ready, either may win. By luck alone the wrong one passes all
    // 24 repetitions of one case with odds of 1 in 2^24.
    let cases = [(STEP, 0), (STEP, 20_050), (SLOW_STEP, 70_050), (SLOW_STEP, 100_050)];
    for (step, ask) in cases.repeat(24) {
        probe::run(async {
            let ask = Duration::from_millis(ask);
            let watch = watch(step, ask).await;
            watch.assert_whole(ask);
            let late = |round: &&Round| ask == Duration::ZERO || round.begun > ask;
            let late: Vec<Duration> =
                watch.rounds.iter().filter(late).map(|round| round.begun).take(5).collect();
            assert!(
                late.is_empty(),
                "asked to stop after {ask:?}, it began a round after that, at {late:?}.\n\
                 When a round is due and somebody has asked, who decides between the two?"
            );
        });
    }
}

#[test]
fn between_two_rounds_it_sleeps() {
    // A task of its own is polled by the runtime, and nobody counts. But it can look only when a timer fires,
    // and none does in this moment. Who is later than a step had another reason.
    probe::run(async {
        let ask = Duration::from_micros(20_050_500);
        let late = watch(STEP, ask).await.ended(ask).saturating_sub(ask);
        assert!(
            late.is_zero() || late > STEP,
            "asked to stop after {ask:?}, it ended {late:?} later, which is when it looked the next time.\n\
             What does it look for all the time, and could it be told instead?"
        );
    });
    probe::run(async {
        let ask = 10 * PERIOD - STEP;
        watch(STEP, ask).await.ended(ask); // `watch` counts how often it was polled.
    });
}

#[test]
fn dropped_it_leaves_nobody_at_work() {
    let sweep = Check::new().at_every_suspension(async |cut| {
        let (station, stop) = (Station::open(STEP), CancellationToken::new());
        let asked = async {
            sleep(PERIOD + 2 * STEP).await;
            stop.cancel();
        };
        cut.run(async { tokio::join!(keep_watch(&station, &stop), asked) }).await;
        let before = log_of(&station);
        sleep(60 * PERIOD).await;
        assert!(
            log_of(&station) == before,
            "the watch was over, and somebody went on with a round behind its back"
        );
    });
    sweep.at_least(POINTS);
}

/// How far the station has come.
fn log_of(station: &Station) -> Vec<(bool, bool)> {
    station.rounds().iter().map(|round| (round.at_harbour, round.at_airport)).collect()
}
