//! The first line of a translation is the blob id of the English text that it was made from. When the English
//! changes, `git diff` of the two ids shows what has to be translated, and nothing else.
//!
//! A text that is behind or missing is no fault: nobody has to speak four languages to mend a comma or to add an
//! exercise. It is one in a release, that is, with the variable `RELEASE` set.

use course::{Origin, Translation};
use tidy::{settle, translations};

#[test]
fn translations_name_their_source() {
    let course = tidy::course();
    let mut faults = Vec::new();
    let mut behind = Vec::new();
    for language in translations(&course) {
        let texts = course.translations_into(&language).expect("texts can be read");
        for Translation { path, origin, .. } in texts {
            match origin {
                Origin::Current => {}
                Origin::Unknown { wanted } => {
                    faults.push(format!("{path}: line 1 must be {wanted}"))
                }
                Origin::Stale { made_from, now } => {
                    behind.push(format!("{path}: stale; git diff {made_from} {now}"));
                }
                Origin::Missing => behind.push(format!("{path}: not translated yet")),
            }
        }
    }
    if std::env::var_os("RELEASE").is_some() {
        faults.append(&mut behind);
    }
    behind.iter().for_each(|text| eprintln!("{text}"));
    settle(
        &faults,
        "translate what the `git diff` shows, then write the newer id into the first line.",
    );
}
