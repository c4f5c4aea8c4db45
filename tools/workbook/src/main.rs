//! `cargo workbook`: the book on this machine, and a verdict for each save.
//!
//! It is itself about cancellation. A newer save stops the check of an older one; a test that never
//! ends is killed; Ctrl-C ends everything in order. No process outlives the one who wanted it.

mod access;
mod arguments;
mod board;
mod book;
mod cause;
mod check;
mod checks;
mod columns;
mod commands;
mod events;
mod fault;
mod find;
mod group;
mod language;
mod latest;
mod markdown;
mod print;
mod process;
mod record;
mod report;
mod rule;
mod serve;
mod session;
mod signals;
mod site;
mod stage;
mod style;
mod watch;
mod words;

use anyhow::{Context, Result};
use arguments::Command;
use commands::{Place, Unclear};
use language::Language;
use record::Record;
use std::borrow::Cow;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;
use tokio::runtime::Runtime;

/// What was typed makes no sense.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let arguments: Vec<Cow<'_, str>> =
        arguments.iter().map(|word| word.to_string_lossy()).collect();
    let arguments: Vec<&str> = arguments.iter().map(AsRef::as_ref).collect();
    let root = root();
    let language = arguments::language(&arguments).unwrap_or_else(|| {
        let saved = root.as_ref().ok().map(|root| Record::new(root).language());
        let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        Language::choose(saved.as_deref(), set)
    });
    let words = language.words();
    let error = words.session.error;
    match arguments::parse(&arguments, words) {
        Ok(Command::Help) => println!("{}", words.commands.usage),
        Ok(Command::Version) => println!("workbook {}", env!("CARGO_PKG_VERSION")),
        Ok(command) => {
            return run(root, language, command).unwrap_or_else(|why| {
                eprintln!("{error} {why:#}");
                if why.is::<Unclear>() { ExitCode::from(USAGE) } else { ExitCode::FAILURE }
            });
        }
        Err(sentence) => {
            eprintln!("{error} {sentence}");
            return ExitCode::from(USAGE);
        }
    }
    ExitCode::SUCCESS
}

fn root() -> Result<PathBuf> {
    let here = std::env::current_dir().context("the current folder is gone; go to another one")?;
    course::find_root(&here)
}

fn run(root: Result<PathBuf>, language: Language, command: Command) -> Result<ExitCode> {
    let place = Place::new(root?, language)?;
    let runtime = Runtime::new().context("cannot start tokio")?;
    let code = runtime.block_on(place.run(command));
    // After a forced ending tasks are left. They are dropped here, and each process with its owner;
    // only a thread that hangs in a system call is not waited for.
    runtime.shutdown_timeout(Duration::from_millis(500));
    code
}
