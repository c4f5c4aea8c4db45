//! A translation says the same thing at the same place: the same headings by their ids, the same programs, the
//! same hints. Then a reader can change the language on any page, and nobody has to read four pages to see that
//! one of them lacks a paragraph.
//!
//! A page that is behind has the skeleton of an older English page; `translations_name_their_source` lists it.

use course::Origin;
use std::path::Path;
use tidy::{links, settle, skeleton, translations};

#[test]
fn translations_have_one_skeleton() {
    let course = tidy::course();
    let book = course.root().join("book");
    let mut faults = Vec::new();
    for language in translations(&course) {
        for (page, origin) in course.origins(&language).expect("pages can be read") {
            if matches!(origin, Origin::Current | Origin::Unknown { .. }) {
                compare(
                    &mut faults,
                    &book.join("en").join(&page),
                    &book.join(&language).join(&page),
                );
            }
        }
    }
    settle(
        &faults,
        "make the translated page follow the English one; if the English page is the one that is wrong, mend \
         that.",
    );
}

fn compare(faults: &mut Vec<String>, english: &Path, other: &Path) {
    let read = |path: &Path| tidy::read(path).expect("a page can be read");
    let (english_text, other_text) = (read(english), read(other));
    let (ours, theirs) = (skeleton(&english_text), skeleton(&other_text));
    let place = |path: &Path, line: usize| format!("{}:{line}", tidy::shown(path));
    let differs = ours.iter().zip(&theirs).find(|(ours, theirs)| ours.what != theirs.what);
    if let Some((ours, theirs)) = differs {
        faults.push(format!(
            "{}: {} where {} has {}",
            place(other, theirs.line),
            theirs.what,
            place(english, ours.line),
            ours.what
        ));
    } else if ours.len() != theirs.len() {
        let (path, extra) = if ours.len() > theirs.len() {
            (english, &ours[theirs.len()])
        } else {
            (other, &theirs[ours.len()])
        };
        faults.push(format!("{}: {} has no counterpart", place(path, extra.line), extra.what));
    }
    if links(&english_text) != links(&other_text) {
        let (ours, theirs) = (links(&english_text), links(&other_text));
        let shown = tidy::shown(other);
        faults.push(format!("{shown}: it links to {theirs:?}, and the English page to {ours:?}"));
    }
}
