//! A check gives the same verdict every time, in milliseconds, on any machine. So nothing in an exercise
//! sleeps on a real clock, opens a port, touches a file, or rolls dice.

use tidy::settle;

const REAL: [(&str, &str); 9] = [
    ("thread::sleep", "a real sleep; use the paused clock: `tokio::time::sleep`"),
    ("std::time::Instant", "the real clock; use `tokio::time::Instant`"),
    ("SystemTime", "the real clock; use `tokio::time::Instant`"),
    ("::net::", "a port; use `tokio::io::duplex` or a channel"),
    ("std::fs", "a file; keep it in memory"),
    ("tokio::fs", "a file; keep it in memory"),
    ("std::process", "a process; an exercise is one"),
    ("rand::", "dice; try every case, or say the odds of a fixed number of repetitions"),
    ("#[tokio::test", "not under probe's watchdogs; use `probe::run`"),
];

#[test]
fn nothing_real_in_an_exercise() {
    let course = tidy::course();
    let mut faults = Vec::new();
    for exercise in course.exercises() {
        let mut files = tidy::files_below(&exercise.folder().join("src"), "rs");
        // The learner's file may hold anything; its starting code may not.
        files.retain(|path| *path != exercise.code());
        files.push(exercise.start());
        for path in files {
            let Ok(text) = tidy::read(&path) else { continue };
            for (number, line) in text.lines().enumerate() {
                for (found, why) in REAL.iter().filter(|(found, _)| line.contains(found)) {
                    faults.push(format!(
                        "{}:{}: `{found}` is {why}",
                        tidy::shown(&path),
                        number + 1
                    ));
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
