//! A check that is tied to the model answer punishes those who think for themselves. So each exercise has
//! at least one other right answer, which its check must accept.

use tidy::{alternatives_binary, run, settle};

#[test]
fn right_answers_are_accepted() {
    let mut faults = Vec::new();
    for exercise in tidy::course().exercises() {
        let right = exercise.right().expect("the folder can be listed");
        if right.is_empty() {
            faults.push(format!("{}: no other right answer; one is owed", exercise.slug()));
        }
        for answer in right {
            let tests = format!("{}::{}::check::", exercise.name, answer.module);
            let outcome = run(alternatives_binary(), &[&tests], "5");
            if outcome.tests() == 0 || !outcome.is_green() {
                faults.push(format!(
                    "{}: the check rejects it:\n{}",
                    tidy::shown(&answer.path),
                    outcome.output
                ));
            }
        }
    }
    settle(&faults, "loosen the check: it may ask for the property, not for one way to keep it.");
}
