//! A check that lets a tempting wrong answer pass tells the learner a lie. So each wrong answer names the
//! test that must reject it and a part of what that test must say: it has to be rejected for the right
//! reason, by an assertion or a watchdog, not by a crash.

use tidy::{Claim, alternatives_binary, run, settle};

#[test]
fn wrong_answers_are_rejected() {
    let mut faults = Vec::new();
    for exercise in tidy::course().exercises() {
        let wrong = exercise.wrong().expect("the folder can be listed");
        if wrong.len() < 3 {
            faults.push(format!(
                "{}: {} wrong answers; three are owed",
                exercise.slug(),
                wrong.len()
            ));
        }
        for answer in wrong {
            let shown = tidy::shown(&answer.path);
            let claim = match Claim::read(&answer.path) {
                Ok(claim) => claim,
                Err(error) => {
                    faults.push(format!("{error}"));
                    continue;
                }
            };
            let test =
                format!("{}::{}::check::{}", exercise.name, answer.module, claim.rejected_by);
            // Where the watchdog for real time has to speak, it need not be waited for long.
            let stall =
                if ["NEVER RESTS", "STUCK"].contains(&claim.says.as_str()) { "1" } else { "5" };
            let outcome = run(alternatives_binary(), &["--exact", &test], stall);
            if outcome.tests() == 0 {
                faults.push(format!(
                    "{shown}: there is no test `{}` in the check",
                    claim.rejected_by
                ));
            } else if outcome.is_green() {
                faults.push(format!("{shown}: `{}` accepts it", claim.rejected_by));
            } else if !outcome.is_red() {
                faults
                    .push(format!("{shown}: it crashed ({:?}):\n{}", outcome.code, outcome.output));
            } else if !outcome.output.contains(&claim.says) {
                faults.push(format!(
                    "{shown}: it was rejected, but not with {:?}:\n{}",
                    claim.says, outcome.output
                ));
            }
        }
    }
    settle(
        &faults,
        "sharpen the check until it rejects the answer with a sentence that helps, or correct what the \
         answer says of itself in its first lines. To see one run: `cargo test -p solutions --test \
         alternatives <exercise>::wrong_<name>::`.",
    );
}
