//! mdBook's default folder for its output is `book`, which here holds the sources of all languages, and mdBook
//! empties that folder first if it renders HTML itself: one `mdbook build` would delete them.

use std::path::Path;
use tidy::settle;

#[test]
fn output_is_not_among_the_sources() {
    let text = tidy::read(&tidy::root().join("book.toml")).expect("book.toml can be read");
    let config: toml::Table = text.parse().expect("book.toml is TOML");
    let folder =
        config.get("build").and_then(|build| build.get("build-dir")).and_then(|dir| dir.as_str());
    let mut faults = Vec::new();
    match folder {
        None => faults.push("book.toml has no build-dir, so mdBook takes `book`".to_owned()),
        Some(folder) if !Path::new(folder).starts_with("target") || folder.contains("..") => {
            faults.push(format!("book.toml has build-dir = {folder:?}"));
        }
        Some(_) => {}
    }
    settle(&faults, "set `build-dir = \"target/book\"` below `[build]` in book.toml.");
}
