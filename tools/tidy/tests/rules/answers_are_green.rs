//! An answer that its own check rejects teaches nothing. `cargo test` runs them all; this rule makes sure
//! that none is missing there.

use course::Exercise;
use tidy::{answers_binary, faults_of, run, settle};

#[test]
fn answers_are_green() {
    let course = tidy::course();
    let exercises: Vec<&Exercise> = course.exercises().collect();
    let faults = faults_of(&exercises, |exercise| {
        let slug = exercise.slug();
        let outcome = run(answers_binary(), &[&format!("{}::check::", exercise.name)], "5");
        if outcome.tests() == 0 {
            vec![format!("{slug}: no test of its answer runs")]
        } else if !outcome.is_green() {
            vec![format!("{slug}: its check rejects the answer:\n{}", outcome.output)]
        } else {
            Vec::new()
        }
    });
    settle(
        &faults,
        "list the answer in solutions/lib.rs and end it with `#[cfg(test)] #[path = …] mod check;`, as its \
         neighbours do; then `cargo test -p solutions <name>`.",
    );
}
