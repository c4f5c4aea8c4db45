//! A check that is tied to the model answer punishes those who think for themselves. So each exercise has
//! at least one other right answer, which its check must accept.

use course::Exercise;
use tidy::{alternatives_binary, faults_of, run, settle};

#[test]
fn right_answers_are_accepted() {
    let course = tidy::course();
    let exercises: Vec<&Exercise> = course.exercises().collect();
    let faults = faults_of(&exercises, |exercise| rejected(exercise));
    settle(&faults, "loosen the check: it may ask for the property, not for one way to keep it.");
}

fn rejected(exercise: &Exercise) -> Vec<String> {
    let right = exercise.right().expect("the folder can be listed");
    if right.is_empty() {
        return vec![format!("{}: no other right answer; one is owed", exercise.slug())];
    }
    let mut faults = Vec::new();
    for answer in right {
        let tests = format!("{}::{}::check::", exercise.name, answer.module);
        let outcome = run(alternatives_binary(), &[&tests], "5");
        if outcome.tests() == 0 || !outcome.is_green() {
            let shown = tidy::shown(&answer.path);
            faults.push(format!("{shown}: the check rejects it:\n{}", outcome.output));
        }
    }
    faults
}
