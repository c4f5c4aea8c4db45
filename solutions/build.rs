//! Lays out the alternatives so that each is in the learner's place.
//!
//! An alternative is a whole `lib.rs`. In the build folder each gets a folder of its own, with copies of
//! whatever stands beside `lib.rs` in its exercise, and one file lists them all:
//!
//! ```text
//! unsent_receipt/wrong_spawned/mod.rs      the alternative
//! unsent_receipt/wrong_spawned/check.rs    the exercise's check; of a wrong answer, the test that rejects it
//! unsent_receipt/wrong_spawned/shop.rs     what the exercise gives
//! ```
//!
//! So all of them are one binary, linked once, and any of them can be copied over the learner's file.

use anyhow::{Context, Result, bail};
use course::{Alternative, Course, Exercise};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<()> {
    let here = PathBuf::from(env::var("CARGO_MANIFEST_DIR").context("cargo sets it")?);
    let out = PathBuf::from(env::var("OUT_DIR").context("cargo sets it")?);
    let root = here.parent().context("solutions lies in the workbook")?;
    println!("cargo::rerun-if-changed={}", here.display());
    println!("cargo::rerun-if-changed={}", root.join("book/en/SUMMARY.md").display());

    let mut list = String::new();
    for exercise in Course::read(root)?.exercises() {
        writeln!(list, "mod {} {{", exercise.name)?;
        let old = out.join(&exercise.name);
        if old.exists() {
            fs::remove_dir_all(&old).with_context(|| format!("cannot empty {}", old.display()))?;
        }
        for Alternative { module, path } in exercise.wrong()?.into_iter().chain(exercise.right()?) {
            let folder = out.join(&exercise.name).join(&module);
            fs::create_dir_all(&folder)?;
            copy(&path, &folder.join("mod.rs"))?;
            lay_out_neighbours(exercise, &folder)?;
            if module.starts_with("wrong_") {
                leave_one_test(&path, &folder.join("check.rs"))?;
            }
            writeln!(list, "    #[path = {:?}]\n    mod {module};", folder.join("mod.rs"))?;
        }
        writeln!(list, "}}")?;
    }
    fs::write(out.join("alternatives.rs"), list).context("cannot write into OUT_DIR")
}

fn lay_out_neighbours(exercise: &Exercise, folder: &Path) -> Result<()> {
    let source = exercise.folder().join("src");
    println!("cargo::rerun-if-changed={}", source.display());
    if !exercise.check().exists() {
        bail!(
            "{} is gone; put it back with `git restore {}`",
            exercise.check().display(),
            exercise.folder().display()
        );
    }
    for file in course::files(&source)?.iter().filter(|file| *file != "lib.rs") {
        copy(&source.join(file), &folder.join(file))?;
    }
    Ok(())
}

/// Of the tests of a wrong answer only the one that must reject it is run, so the others are left out: with
/// all of them the compiler takes several times as long, and gigabytes.
fn leave_one_test(answer: &Path, check: &Path) -> Result<()> {
    let read = |path: &Path| {
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
    };
    let answer = read(answer)?;
    let named = answer.lines().find_map(|line| line.strip_prefix("// Rejected by: "));
    let wanted = format!("fn {}(", named.unwrap_or_default().trim());
    let text = read(check)?;
    let mut kept = String::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        if line == "#[test]" && lines.peek().is_some_and(|next| !next.starts_with(&wanted)) {
            // rustfmt ends an item at the beginning of a line.
            lines.find(|line| *line == "}");
        } else {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    fs::write(check, kept).with_context(|| format!("cannot write {}", check.display()))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to)
        .with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))?;
    Ok(())
}
