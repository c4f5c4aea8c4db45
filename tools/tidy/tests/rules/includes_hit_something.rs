//! mdBook leaves the place empty when an anchor of an `{{#include}}` is not there, and says nothing. And an
//! anchor goes around whole items, so that the file can be read from top to bottom.

use tidy::{includes, settle};

#[test]
fn includes_hit_something() {
    let mut faults = Vec::new();
    for page in tidy::pages(&tidy::course()) {
        for include in includes(&page) {
            let place = format!("{}:{}", tidy::shown(&page), include.line);
            let Ok(text) = tidy::read(&include.file) else {
                faults.push(format!("{place}: there is no {}", include.file.display()));
                continue;
            };
            let Some(anchor) = &include.anchor else { continue };
            let has = |mark: &str| {
                text.lines()
                    .filter(|line| line.trim_end().ends_with(&format!("{mark}: {anchor}")))
                    .count()
            };
            if (has(" ANCHOR"), has(" ANCHOR_END")) != (1, 1) {
                faults.push(format!(
                    "{place}: {} must have the anchor `{anchor}` once",
                    tidy::shown(&include.file)
                ));
            }
        }
    }
    settle(&faults, "mark the part with `// ANCHOR: name` and `// ANCHOR_END: name`.");
}
