//! An answer that its own check rejects teaches nothing. `cargo test` runs them all; this rule makes sure
//! that none is missing there.

use tidy::{answers_binary, run, settle};

#[test]
fn answers_are_green() {
    let mut faults = Vec::new();
    for exercise in tidy::course().exercises() {
        let outcome = run(answers_binary(), &[&format!("{}::check::", exercise.name)], "5");
        if outcome.tests() == 0 {
            faults.push(format!("{}: no test of its answer runs", exercise.slug()));
        } else if !outcome.is_green() {
            faults.push(format!(
                "{}: its check rejects the answer:\n{}",
                exercise.slug(),
                outcome.output
            ));
        }
    }
    settle(
        &faults,
        "list the answer in solutions/lib.rs and end it with `#[cfg(test)] #[path = …] mod check;`, as its \
         neighbours do; then `cargo test -p solutions <name>`.",
    );
}
