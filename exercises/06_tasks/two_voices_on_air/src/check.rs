//! A show goes on the air when the one before it is off, and its ending is told as it was.

use super::{Ending, SONG, Show, Station, Studio};
use probe::Check;
use std::time::Duration;
use tokio::task::yield_now;
use tokio::time::{Instant, sleep};

/// Who waits for a task is woken when it ends: once or twice for each change. So many polls mean that
/// somebody asks instead of waiting.
const TOO_MANY_POLLS: usize = 8;

fn jazz() -> Show {
    Show::new("jazz", 3)
}

fn news() -> Show {
    Show::new("news", 1)
}

/// The last show plays on when a scenario ends, which is no fault here.
fn check() -> Check {
    Check::new().tasks_may_remain()
}

/// Other tasks of the same program, which have turns to take before anybody who comes later.
fn busy_neighbours() {
    for _ in 0..500 {
        tokio::spawn(yield_now());
    }
}

#[track_caller]
fn assert_one_voice(studio: &Studio, when: &str) {
    assert!(
        studio.most_on_air() <= 1,
        "{when}, and for a moment {} shows were on the air at once: listeners heard both voices.\n\
         When is an old show off the air? When it was told so, or when it is gone?",
        studio.most_on_air()
    );
}

#[test]
fn a_show_plays_to_its_end() {
    check().run(async {
        let studio = Studio::new();
        let mut station = Station::new(studio.clone());
        let ending = station.change_to(jazz()).await;
        assert!(
            ending.is_none(),
            "there was no show before the first, and how it ended is {ending:?}"
        );
        assert!(studio.on_air() == 1, "`change_to` has returned, and its show is not on the air");
        sleep(4 * SONG).await;
        assert!(
            studio.on_air() == 0 && studio.ends_of("jazz") == 1,
            "a show of three songs must be over after four"
        );
    });
}

#[test]
fn the_old_show_is_off_the_air_before_the_next_is_on() {
    check().run(async {
        let studio = Studio::new();
        let mut station = Station::new(studio.clone());
        station.change_to(jazz()).await;
        sleep(SONG / 2).await;
        station.change_to(news()).await;
        assert_one_voice(&studio, "one show was changed for another");
        assert!(
            studio.starts_of("news") == 1 && studio.on_air() == 1,
            "`change_to` has returned, and its show is not on the air"
        );
    });
}

#[test]
fn also_when_there_is_a_crowd_of_other_tasks() {
    check().run(async {
        let studio = Studio::new();
        let mut station = Station::new(studio.clone());
        station.change_to(jazz()).await;
        sleep(SONG / 2).await;
        busy_neighbours();
        let begun = Instant::now();
        let attempt = probe::cancel_after(1000, station.change_to(news())).await;
        assert_one_voice(&studio, "the program was busy when one show was changed for another");
        assert!(attempt.output.is_some(), "`change_to` was polled 1000 times and has no end");
        assert!(
            begun.elapsed() == Duration::ZERO,
            "nobody was on the air for {:?}: the old show was gone long before the next began",
            begun.elapsed()
        );
        assert!(
            attempt.polls < TOO_MANY_POLLS,
            "`change_to` was polled {} times until the old show was gone: it asks again and again.\n\
             Who can wake it when the show is gone?",
            attempt.polls
        );
    });
}

#[test]
fn the_ending_is_told_as_it_was() {
    let broken = Show { is_broken: true, ..Show::new("opera", 2) };
    let breaks_when_cut = Show { breaks_when_cut: true, ..Show::new("talk", 2) };
    let cases = [
        (jazz(), SONG / 2, Ending::Cut, "was taken off the air in its first song"),
        (jazz(), Duration::ZERO, Ending::Cut, "was taken off the air before its first turn"),
        (jazz(), 10 * SONG, Ending::Finished { songs: 3 }, "had been over for a long time"),
        (broken, 10 * SONG, Ending::Broken, "had panicked after its first song"),
        (breaks_when_cut, SONG / 2, Ending::Broken, "panicked when it was taken off the air"),
    ];
    for (show, age, truth, what) in cases {
        check().panics_expected().keep_the_story_secret().run(async {
            let mut station = Station::new(Studio::new());
            station.change_to(show).await;
            if !age.is_zero() {
                sleep(age).await;
            }
            let said = station.change_to(news()).await;
            assert!(
                said == Some(truth.clone()),
                "the old show {what}. That is {truth:?}, and `change_to` says {said:?}.\n\
                 To abort is to ask. Who gives the answer?"
            );
        });
    }
}

#[test]
fn dropped_halfway_it_may_be_called_again_at_once() {
    let sweep = check().at_every_suspension(async |cut| {
        let studio = Studio::new();
        let mut station = Station::new(studio.clone());
        station.change_to(jazz()).await;
        sleep(SONG / 2).await;
        busy_neighbours();
        cut.run(station.change_to(Show::new("weather", 1))).await;
        let said = station.change_to(news()).await;
        assert_one_voice(
            &studio,
            "a change was dropped halfway, the next one came at once (see the cancellation point)",
        );
        assert!(
            studio.starts_of("news") == 1 && studio.on_air() == 1,
            "the second `change_to` has returned, and its show is not on the air"
        );
        assert!(
            said == Some(Ending::Cut),
            "a change was dropped halfway, the next one waited until the old show was off the air, \
             and says that it ended as {said:?}. That was Some(Cut).\n\
             Where was the answer when the first change was dropped?"
        );
    });
    // Not polled at all, and dropped while it waits for the old show.
    sweep.at_least(2);
}
