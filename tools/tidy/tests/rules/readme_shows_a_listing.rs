//! The README of each language shows a program and what it prints. It is a listing of the book, to the letter, so
//! it was compiled and run.

use tidy::settle;

#[test]
fn readme_shows_a_listing() {
    let course = tidy::course();
    let listings = tidy::files_below(&course.root().join("book/listings"), "rs");
    let mut faults = Vec::new();
    for language in course.languages().expect("`book` can be listed") {
        let path = course.readme(&language);
        if language != "en" && !path.exists() {
            continue; // `translations_name_their_source` says so.
        }
        let readme = tidy::read(&path).expect("a README can be read");
        let shown = code_and_output(&readme);
        let path = tidy::shown(&path);
        if shown.is_empty() {
            faults.push(format!("{path} shows no program with its output"));
        }
        for (code, output) in shown {
            let listing =
                listings.iter().find(|listing| tidy::read(listing).is_ok_and(|text| text == code));
            match listing {
                None => faults.push(format!("{path}: no listing is this program:\n{code}")),
                Some(listing) => {
                    let printed = tidy::read(&listing.with_extension("out")).unwrap_or_default();
                    if printed != output {
                        faults.push(format!("{path}: {} prints\n{printed}", tidy::shown(listing)));
                    }
                }
            }
        }
    }
    settle(&faults, "copy the listing and its .out file from book/listings into the README.");
}

/// Each Rust block and the text block that follows it.
fn code_and_output(markdown: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    let mut rest = markdown;
    while let Some(start) = rest.find("```rust\n") {
        let code = &rest[start + 8..];
        let Some(end) = code.find("```\n") else { break };
        let after = &code[end + 4..];
        let output = after
            .find("```text\n")
            .map(|at| &after[at + 8..])
            .and_then(|text| text.find("```").map(|end| text[..end].to_owned()))
            .unwrap_or_default();
        blocks.push((code[..end].to_owned(), output));
        rest = after;
    }
    blocks
}
