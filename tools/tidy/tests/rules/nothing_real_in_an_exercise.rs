//! A check gives the same verdict every time, in milliseconds, on any machine. So nothing in an exercise
//! sleeps on a real clock, opens a port, touches a file, or rolls dice.

use tidy::{in_ci, settle};

/// Words of a path, in any order on a line, and why they must not be there.
const REAL: [(&[&str], &str); 9] = [
    (&["thread", "sleep"], "a real sleep; use the paused clock: `tokio::time::sleep`"),
    (&["std", "Instant"], "the real clock; use `tokio::time::Instant`"),
    (&["SystemTime"], "the real clock; use `tokio::time::Instant`"),
    (&["net"], "a port; use `tokio::io::duplex` or a channel"),
    (&["fs"], "a file; keep it in memory"),
    (&["process"], "a process; an exercise is one"),
    (&["rand"], "dice; try every case, or say the odds of a fixed number of repetitions"),
    (&["fastrand"], "dice; try every case, or say the odds of a fixed number of repetitions"),
    (&["tokio", "test"], "not under probe's watchdogs; use `probe::run`"),
];

#[test]
fn nothing_real_in_an_exercise() {
    let course = tidy::course();
    let mut faults = Vec::new();
    for exercise in course.exercises() {
        let mut files = vec![exercise.start(), exercise.check()];
        if in_ci() {
            // A learner may put files of any kind beside the ones that were given.
            files.extend(tidy::files_below(&exercise.folder().join("src"), "rs"));
        }
        for path in files {
            let Ok(text) = tidy::read(&path) else { continue };
            for (number, line) in text.lines().enumerate() {
                let code = line.split("//").next().unwrap_or_default();
                let words: Vec<&str> =
                    code.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
                // Paths only: a plain word may be the name of something in the story.
                let is_path = code.contains("::") || code.trim_start().starts_with("#[");
                for (found, why) in REAL {
                    if is_path && found.iter().all(|word| words.contains(word)) {
                        let found = found.join("::");
                        faults.push(format!(
                            "{}:{}: `{found}` is {why}",
                            tidy::shown(&path),
                            number + 1
                        ));
                    }
                }
            }
        }
        let check = tidy::read(&exercise.check()).unwrap_or_default();
        if !check.starts_with("//! ") {
            faults.push(format!(
                "{}: it must open with the property that it checks, in a `//!` sentence",
                tidy::shown(&exercise.check())
            ));
        }
    }
    settle(&faults, "let probe cancel, and let the paused clock run.");
}
