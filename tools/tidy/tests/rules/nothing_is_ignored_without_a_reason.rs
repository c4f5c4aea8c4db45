//! A test that does not run looks like one that passes.

use tidy::settle;

#[test]
fn nothing_is_ignored_without_a_reason() {
    let root = tidy::root();
    let mut faults = Vec::new();
    for folder in ["book", "exercises", "solutions", "tools"] {
        for path in tidy::files_below(&root.join(folder), "rs") {
            let text = tidy::read(&path).expect("a source file can be read");
            for (number, line) in text.lines().enumerate() {
                let attribute = line.trim().strip_prefix(concat!("#[", "ignore"));
                if attribute.is_some_and(|rest| !rest.trim_start().starts_with("= \"")) {
                    faults.push(format!("{}:{}", tidy::shown(&path), number + 1));
                }
            }
        }
    }
    settle(&faults, "say why it is ignored: `#[ignore = \"…\"]`, or run it.");
}
