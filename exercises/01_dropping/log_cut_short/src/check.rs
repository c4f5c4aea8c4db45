//! The forecast agrees with the program, for every number of polls after which it can be dropped.

use super::{FORECAST, breakfast};
use probe::{Check, Trace};

/// What guards write when they are dropped; all other words are written by running code.
const LAST_WORDS: [&str; 3] = ["kettle-off", "pan-off", "closed"];

/// The real log after n polls and a drop.
async fn log_after(polls: usize) -> Vec<String> {
    let log = Trace::new();
    probe::cancel_after(polls, breakfast(&log)).await;
    log.events()
}

fn is_last_word(word: &str) -> bool {
    LAST_WORDS.contains(&word)
}

/// The words of a line of the forecast.
#[track_caller]
fn forecast(polls: usize) -> Vec<&'static str> {
    assert!(FORECAST.len() == 6, "FORECAST has {} lines; n goes from 0 to 5", FORECAST.len());
    FORECAST[polls].split_whitespace().collect()
}

/// Compares without giving the answer away: it says how far the forecast is right.
#[track_caller]
fn compare(polls: usize, forecast: &[&str], log: &[String], of_what: &str) {
    let right = forecast.iter().zip(log).take_while(|(said, seen)| *said == *seen).count();
    let so_far = match right {
        0 => "from its first word on".to_owned(),
        n => format!("after {:?}", forecast[n - 1]),
    };
    match (forecast.get(right), log.get(right)) {
        (None, None) => {}
        (Some(said), Some(_)) if said.contains([',', ';']) => {
            panic!("FORECAST[{polls}] has the word {said:?}; separate words by spaces")
        }
        (Some(said), Some(seen)) if is_last_word(said) || is_last_word(seen) => panic!(
            "FORECAST[{polls}] is wrong {so_far}: {said:?} is not the next word{of_what}.\n\
             Which guards are alive at that moment, and which of them was made last?"
        ),
        (Some(said), Some(_)) => panic!(
            "FORECAST[{polls}] is wrong {so_far}: {said:?} is not the next word{of_what}.\n\
             Walk through the code by hand: which `.await` is the one that suspends here?"
        ),
        (Some(said), None) => panic!(
            "FORECAST[{polls}] is too long {so_far}: the log ends there{of_what}, without {said:?}.\n\
             After {polls} polls the future was dropped. Had it come so far?"
        ),
        (None, Some(_)) => panic!(
            "FORECAST[{polls}] is right as far as it goes, but the log goes on{of_what}.\n\
             Did the last poll really stop there? And what does a drop run?"
        ),
    }
}

fn compare_running_code(polls: usize) {
    Check::new().keep_the_story_secret().run(async {
        let (mut forecast, mut log) = (forecast(polls), log_after(polls).await);
        forecast.retain(|word| !is_last_word(word));
        log.retain(|word| !is_last_word(word));
        compare(polls, &forecast, &log, " (the words of guards left out)");
    });
}

#[test]
fn before_the_first_poll_nothing_has_happened() {
    compare_running_code(0);
}

#[test]
fn an_await_that_is_ready_does_not_stop() {
    compare_running_code(1);
}

#[test]
fn a_helper_stops_its_caller_at_each_of_its_own_suspensions() {
    compare_running_code(2);
}

#[test]
fn a_loop_stops_in_every_round() {
    compare_running_code(3);
    compare_running_code(4);
}

#[test]
fn the_last_poll_runs_to_the_end() {
    compare_running_code(5);
}

#[test]
fn what_is_alive_is_dropped_and_the_latest_goes_first() {
    Check::new().keep_the_story_secret().run(async {
        for polls in 0..=5 {
            compare(polls, &forecast(polls), &log_after(polls).await, "");
        }
    });
}

#[test]
fn the_program_is_the_one_that_was_given() {
    Check::new().keep_the_story_secret().run(async {
        let attempt = probe::cancel_after(100, breakfast(&Trace::new())).await;
        assert!(
            attempt.polls == 5,
            "`breakfast` no longer suspends where it did; put src/breakfast.rs back as it was"
        );
    });
}
