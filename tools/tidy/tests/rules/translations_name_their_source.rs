//! The first line of a translated page is the blob id of the English page that it was made from. When the English
//! page changes, `git diff` of the two ids shows what has to be translated, and nothing else.
//!
//! A page that is behind or missing is no fault: nobody has to speak four languages to mend a comma or to add an
//! exercise. It is one in a release, that is, with the variable `RELEASE` set.

use course::Origin;
use tidy::{settle, translations};

#[test]
fn translations_name_their_source() {
    let course = tidy::course();
    let mut faults = Vec::new();
    let mut behind = Vec::new();
    for language in translations(&course) {
        for (page, origin) in course.origins(&language).expect("pages can be read") {
            let page = format!("book/{language}/{page}");
            match origin {
                Origin::Current => {}
                Origin::Unknown { wanted } => {
                    faults.push(format!("{page}: line 1 must be {wanted}"))
                }
                Origin::Stale { made_from, now } => {
                    behind.push(format!("{page}: stale; git diff {made_from} {now}"));
                }
                Origin::Missing => behind.push(format!("{page}: not translated yet")),
            }
        }
    }
    if std::env::var_os("RELEASE").is_some() {
        faults.append(&mut behind);
    }
    behind.iter().for_each(|page| eprintln!("{page}"));
    settle(
        &faults,
        "translate what the `git diff` shows, then write the newer id into the first line of the page.",
    );
}
