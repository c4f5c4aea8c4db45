use anyhow::{Context, Result};
use std::borrow::Cow;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "usage: cargo run -p book -- build [--dest DIR]";

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let arguments: Vec<Cow<'_, str>> =
        arguments.iter().map(|word| word.to_string_lossy()).collect();
    let arguments: Vec<&str> = arguments.iter().map(AsRef::as_ref).collect();
    let dest = match arguments[..] {
        ["build"] => None,
        ["build", "--dest", dest] => Some(PathBuf::from(dest)),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match build(dest) {
        Ok(folder) => {
            println!("{}", folder.join("index.html").display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn build(dest: Option<PathBuf>) -> Result<PathBuf> {
    let here = std::env::current_dir().context("the current folder is gone; go to another one")?;
    let root = course::find_root(&here)?;
    // What is typed is meant from where it is typed; what `book.toml` says, from the root.
    let dest = dest.map(|dest| here.join(dest));
    book::build(&root, dest.as_deref())
}
