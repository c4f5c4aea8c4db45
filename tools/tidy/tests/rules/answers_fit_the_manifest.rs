//! Every answer, right or wrong, can be copied over the learner's file and be run there. So the exercise's
//! manifest has all crates that one of them uses.

use course::Exercise;
use std::collections::BTreeSet;
use std::path::PathBuf;
use tidy::settle;

const CRATES: [&str; 5] = ["anyhow", "futures", "tokio", "tokio_stream", "tokio_util"];

#[test]
fn answers_fit_the_manifest() {
    let mut faults = Vec::new();
    for exercise in tidy::course().exercises() {
        let path = exercise.folder().join("Cargo.toml");
        let manifest = tidy::read(&path).expect("a manifest can be read");
        let manifest: toml::Table = manifest.parse().expect("a manifest is TOML");
        let listed = manifest["dependencies"].as_table().expect("an exercise depends on probe");
        for name in used(exercise) {
            let name = name.replace('_', "-");
            if !listed.contains_key(&name) {
                faults.push(format!("{}: an answer uses `{name}`", tidy::shown(&path)));
            }
        }
    }
    settle(&faults, "add `NAME.workspace = true` to the exercise's dependencies.");
}

/// The crates that some answer names.
fn used(exercise: &Exercise) -> BTreeSet<&'static str> {
    let others = [exercise.wrong(), exercise.right()].into_iter();
    let others = others.flat_map(|others| others.expect("the folder can be listed"));
    let files: Vec<PathBuf> =
        others.map(|other| other.path).chain([exercise.answer(), exercise.start()]).collect();
    let texts: Vec<String> =
        files.iter().map(|path| tidy::read(path).expect("an answer can be read")).collect();
    let names = |text: &str, name: &str| {
        let path = format!("{name}::");
        text.match_indices(&path).any(|(at, _)| {
            !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
        })
    };
    CRATES.into_iter().filter(|name| texts.iter().any(|text| names(text, name))).collect()
}
