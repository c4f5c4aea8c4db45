//! The learner edits `src/lib.rs`, and commits it. So the starting code is kept a second time, as
//! `solutions/<chapter>/<exercise>/start.rs`, where it can be found again without git and without a network.
//! In CI the two must be equal. The starting code fits on a screen and has one `TODO`.

use tidy::{in_ci, settle};

const MOST_LINES: usize = 60;

#[test]
fn starting_code_is_kept() {
    let mut faults = Vec::new();
    for exercise in tidy::course().exercises() {
        let start = match tidy::read(&exercise.start()) {
            Ok(text) => text,
            Err(error) => {
                faults.push(format!("{error:#}"));
                continue;
            }
        };
        let path = tidy::shown(&exercise.start());
        let lines = start.lines().count();
        if lines > MOST_LINES {
            faults.push(format!(
                "{path}: {lines} lines; more than {MOST_LINES} do not fit on a screen"
            ));
        }
        let todos = start.matches("TODO").count();
        if todos != 1 {
            faults.push(format!("{path}: {todos} times `TODO`; there must be one"));
        }
        if !start.ends_with("#[cfg(test)]\nmod check;\n") {
            faults.push(format!("{path}: it must end with `#[cfg(test)] mod check;`"));
        }
        if in_ci() && !exercise.is_untouched().expect("both files were read") {
            let code = tidy::shown(&exercise.code());
            faults.push(format!("{code}: it differs from {path}"));
        }
    }
    settle(
        &faults,
        "write the starting code in start.rs and copy it to src/lib.rs; an exercise that is too long \
         holds two ideas.",
    );
}
