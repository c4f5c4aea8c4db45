//! Cancellation bugs do compile. So an exercise starts without a warning and with a failed assertion,
//! never with a compiler error: the editor stays quiet, and the first thing that a learner reads is what
//! is wrong with the program.
//!
//! A learner may have changed some exercises; those are named and left out, except in CI.

use tidy::{exercise_binaries, run, settle, untouched};

#[test]
fn exercises_start_red() {
    let course = tidy::course();
    let exercises = untouched(&course);
    if exercises.is_empty() {
        return;
    }
    let names: Vec<&str> = exercises.iter().map(|exercise| exercise.name.as_str()).collect();
    let built = exercise_binaries(&names);
    let mut faults = Vec::new();
    for exercise in exercises {
        let slug = exercise.slug();
        let Some((binary, warnings)) = built.get(&exercise.name) else {
            faults.push(format!("{slug}: cargo built no test binary for it"));
            continue;
        };
        faults.extend(warnings.iter().map(|warning| format!("{slug}: {warning}")));
        let outcome = run(binary, &[], "5");
        // probe prints the place of a failed assertion; a watchdog or a crash has none in the check.
        if outcome.code != Some(101) || !outcome.output.contains("/src/check.rs:") {
            faults.push(format!(
                "{slug}: its check must fail on an assertion of its own, and it ended with {:?}:\n{}",
                outcome.code, outcome.output
            ));
        }
    }
    settle(
        &faults,
        "mend the starting code, src/lib.rs and its copy start.rs: it compiles without warnings, is wrong, \
         and its check says so with an assertion.",
    );
}
