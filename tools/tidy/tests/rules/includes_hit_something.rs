//! mdBook leaves the place empty when an anchor of an `{{#include}}` is not there, and says nothing. And an
//! anchor goes around whole items, so that the file can be read from top to bottom.

use tidy::settle;

#[test]
fn includes_hit_something() {
    let mut faults = Vec::new();
    for page in tidy::pages(&tidy::course()) {
        let text = tidy::read(&page).expect("a page can be read");
        faults.extend(course::include_faults(&page, &text));
    }
    settle(&faults, "mark the part with `// ANCHOR: name` and `// ANCHOR_END: name`.");
}
