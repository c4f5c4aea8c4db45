//! A translation says the same thing at the same place: the same headings by their ids, the same programs, the
//! same hints. Then a reader can change the language on any page, and nobody has to read four pages to see that
//! one of them lacks a paragraph.
//!
//! One that is behind has the skeleton of an older English text; `translations_name_their_source` lists it.

use course::{Origin, Translation};
use std::path::Path;
use tidy::{links, settle, skeleton, translations};

#[test]
fn translations_have_one_skeleton() {
    let course = tidy::course();
    let mut faults = Vec::new();
    for language in translations(&course) {
        let texts = course.translations_into(&language).expect("texts can be read");
        for Translation { english, path, origin } in texts {
            if matches!(origin, Origin::Current | Origin::Unknown { .. }) {
                let (english, path) = (course.root().join(english), course.root().join(path));
                compare(&mut faults, &language, &english, &path);
            }
        }
    }
    settle(
        &faults,
        "make the translation follow the English text; if that is the one that is wrong, mend it.",
    );
}

fn compare(faults: &mut Vec<String>, language: &str, english: &Path, other: &Path) {
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
    let (ours, theirs) = (own_links(&english_text, language), own_links(&other_text, language));
    if ours != theirs {
        let shown = tidy::shown(other);
        faults.push(format!("{shown}: it links to {theirs:?}, and the English text to {ours:?}"));
    }
}

/// A README leads to the pages of its own language, and to the README of each other one.
fn own_links(text: &str, language: &str) -> Vec<String> {
    let own = |link: String| {
        link.replace(&format!("book/{language}/"), "book/en/")
            .replace(&format!("README.{language}.md"), "README.md")
    };
    let mut links: Vec<String> = links(text).into_iter().map(own).collect();
    links.sort();
    links
}
