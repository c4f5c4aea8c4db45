//! The README shows a program and what it prints. It is a listing of the book, to the letter, so it was
//! compiled and run.

use tidy::settle;

#[test]
fn readme_shows_a_listing() {
    let root = tidy::root();
    let readme = tidy::read(&root.join("README.md")).expect("there is a README.md");
    let listings = tidy::files_below(&root.join("book/listings"), "rs");
    let mut faults = Vec::new();
    let mut shown = 0;
    for (code, output) in code_and_output(&readme) {
        shown += 1;
        let listing = listings.iter().find(|path| tidy::read(path).is_ok_and(|text| text == code));
        match listing {
            None => faults.push(format!("README.md: no listing is this program:\n{code}")),
            Some(path) => {
                let printed = tidy::read(&path.with_extension("out")).unwrap_or_default();
                if printed != output {
                    faults.push(format!("README.md: {} prints\n{printed}", tidy::shown(path)));
                }
            }
        }
    }
    if shown == 0 {
        faults.push("README.md shows no program with its output".to_owned());
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
