//! A check that lets a tempting wrong answer pass tells the learner a lie. So each wrong answer names the
//! test that must reject it and a part of what that test must say: it has to be rejected for the right
//! reason, by an assertion or a watchdog, not by a crash.

use course::{Alternative, Exercise};
use tidy::{Claim, alternatives_binary, faults_of, run, settle};

#[test]
fn wrong_answers_are_rejected() {
    let course = tidy::course();
    let mut faults = Vec::new();
    let mut answers: Vec<(&Exercise, Alternative)> = Vec::new();
    for exercise in course.exercises() {
        let wrong = exercise.wrong().expect("the folder can be listed");
        if wrong.len() < 3 {
            let slug = exercise.slug();
            faults.push(format!("{slug}: {} wrong answers; three are owed", wrong.len()));
        }
        answers.extend(wrong.into_iter().map(|answer| (exercise, answer)));
    }
    faults.extend(faults_of(&answers, |(exercise, answer)| accepted(exercise, answer)));
    settle(
        &faults,
        "sharpen the check until it rejects the answer with a sentence that helps, or correct what the \
         answer says of itself in its first lines. To see one run: `cargo test -p solutions --test \
         alternatives <exercise>::wrong_<name>::`.",
    );
}

fn accepted(exercise: &Exercise, answer: &Alternative) -> Vec<String> {
    let shown = tidy::shown(&answer.path);
    let claim = match Claim::read(&answer.path) {
        Ok(claim) => claim,
        Err(error) => return vec![format!("{error}")],
    };
    let test = format!("{}::{}::check::{}", exercise.name, answer.module, claim.rejected_by);
    // Where the watchdog for real time has to speak, it need not be waited for long.
    let stall = if ["NEVER RESTS", "STUCK"].contains(&claim.says.as_str()) { "1" } else { "5" };
    let outcome = run(alternatives_binary(), &["--exact", &test], stall);
    let fault = if outcome.tests() == 0 {
        format!("{shown}: there is no test `{}` in the check", claim.rejected_by)
    } else if outcome.is_green() {
        format!("{shown}: `{}` accepts it", claim.rejected_by)
    } else if !outcome.is_red() {
        format!("{shown}: it crashed ({:?}):\n{}", outcome.code, outcome.output)
    } else if !outcome.output.contains(&claim.says) {
        format!("{shown}: it was rejected, but not with {:?}:\n{}", claim.says, outcome.output)
    } else {
        return Vec::new();
    };
    vec![fault]
}
