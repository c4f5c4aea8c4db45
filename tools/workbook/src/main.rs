//! `cargo workbook`: the book on this machine, and a verdict for each save.
//!
//! It is itself about cancellation. A newer save stops the check of an older one; a test that never
//! ends is killed; Ctrl-C ends everything in order. No process outlives the one who wanted it.

mod book;
mod check;
mod checks;
mod group;
mod latest;
mod print;
mod process;
mod rule;
mod serve;
mod session;
mod signals;
mod site;
mod style;
mod watch;

use anyhow::{Context, Result};
use session::Ending;
use std::borrow::Cow;
use std::ffi::OsString;
use std::process::ExitCode;
use std::time::Duration;
use style::Style;
use tokio::runtime::Runtime;

const USAGE: &str = "\
Shows the book, and checks an exercise whenever you save it. Ctrl-C stops.

Usage: cargo workbook [--port N]

  --port N       the port of the book's address (default: the first free one from 3000 on)
  -h, --help     this text
  -V, --version  the version";

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let arguments: Vec<Cow<'_, str>> =
        arguments.iter().map(|word| word.to_string_lossy()).collect();
    let arguments: Vec<&str> = arguments.iter().map(AsRef::as_ref).collect();
    let port = match arguments[..] {
        [] => None,
        ["--port", port] if port.parse::<u16>().is_ok() => port.parse().ok(),
        ["-h" | "--help"] => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        ["-V" | "--version"] => {
            println!("workbook {}", env!("CARGO_PKG_VERSION"));
            return ExitCode::SUCCESS;
        }
        _ => {
            eprintln!("error: `{}` is not understood; see `--help`", arguments.join(" "));
            return ExitCode::from(2);
        }
    };
    match run(port) {
        Ok(Ending::InOrder) => ExitCode::SUCCESS,
        Ok(Ending::Forced) => ExitCode::from(130),
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(port: Option<u16>) -> Result<Ending> {
    let here = std::env::current_dir().context("the current folder is gone; go to another one")?;
    let root = course::find_root(&here)?;
    let runtime = Runtime::new().context("cannot start tokio")?;
    let ending = runtime.block_on(session::run(root, port, Style::detect()));
    // After a forced ending tasks are left. They are dropped here, and each process with its owner;
    // only a thread that hangs in a system call is not waited for.
    runtime.shutdown_timeout(Duration::from_millis(500));
    ending
}
