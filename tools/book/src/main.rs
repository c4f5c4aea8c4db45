use anyhow::{Context, Result};
use course::{Course, Origin, Translation};
use std::borrow::Cow;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "usage: cargo run -p book -- build [--live] [--dest DIR]
       cargo run -p book -- stale    (which translations are behind or missing)
       cargo run -p book -- render   (what mdBook runs, see book.toml)";

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let arguments: Vec<Cow<'_, str>> =
        arguments.iter().map(|word| word.to_string_lossy()).collect();
    let arguments: Vec<&str> = arguments.iter().map(AsRef::as_ref).collect();
    let result = match arguments[..] {
        ["build"] => build(None, false),
        ["build", "--live"] => build(None, true),
        ["build", "--dest", dest] => build(Some(PathBuf::from(dest)), false),
        ["build", "--live", "--dest", dest] | ["build", "--dest", dest, "--live"] => {
            build(Some(PathBuf::from(dest)), true)
        }
        ["stale"] => stale(),
        ["render"] => book::render(std::io::stdin().lock()),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn build(dest: Option<PathBuf>, live: bool) -> Result<()> {
    let (here, root) = places()?;
    // What is typed is meant from where it is typed; what `book.toml` says, from the root.
    let dest = dest.map(|dest| here.join(dest));
    let folder = book::build(&root, dest.as_deref(), live)?;
    println!("{}", folder.join("index.html").display());
    Ok(())
}

/// Lists the texts that are not translated, and those whose English has changed since, with what shows the change.
fn stale() -> Result<()> {
    let course = Course::read(&places()?.1)?;
    let mut current = 0;
    for language in course.languages()?.iter().filter(|language| *language != "en") {
        for Translation { path, origin, .. } in course.translations_into(language)? {
            match origin {
                Origin::Current => current += 1,
                Origin::Stale { made_from, now } => {
                    println!("{path}: stale; git diff {made_from} {now}");
                }
                Origin::Unknown { wanted } => println!("{path}: its first line must be {wanted}"),
                Origin::Missing => println!("{path}: not translated yet"),
            }
        }
    }
    println!("{current} translations are current");
    Ok(())
}

/// The current folder, and the workbook that it lies in.
fn places() -> Result<(PathBuf, PathBuf)> {
    let here = std::env::current_dir().context("the current folder is gone; go to another one")?;
    let root = course::find_root(&here)?;
    Ok((here, root))
}
