//! The book is built beside the exercises, and again whenever a page changes.

use crate::check::cargo;
use crate::process::{self, End, Limits};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use tokio_util::sync::CancellationToken;

/// What there is of the book.
#[derive(Debug, Clone, Default)]
pub(crate) struct Book {
    /// The folder with `index.html`, once the first build is done.
    pub(crate) folder: Option<PathBuf>,
    /// Why the last build failed. The book before it remains.
    pub(crate) problem: Option<String>,
    /// When the book in the folder was done.
    pub(crate) built: Option<SystemTime>,
}

impl Book {
    pub(crate) fn new(folder: PathBuf) -> Book {
        Book { folder: Some(folder), problem: None, built: Some(SystemTime::now()) }
    }

    /// Where the next build goes: not where the book that is being read lies, which thus is never
    /// half a book. `port` keeps two commands in one workbook apart.
    pub(crate) fn next(&self, root: &Path, port: u16) -> PathBuf {
        let folder = root.join("target/book-served").join(port.to_string());
        let (one, other) = (folder.join("a"), folder.join("b"));
        if self.folder.as_ref() == Some(&one) { other } else { one }
    }
}

/// Builds the book that is read here into `dest`, or else the one for publishing into `target/book`; false
/// if it was stopped.
///
/// mdBook takes half a minute of both cores to compile. It gets a build folder of its own, because
/// cargo would make the learner's first check wait for it to the end, and it runs at a low priority.
/// The exercises and the book share almost no crate, so nothing is compiled twice for it.
///
/// # Errors
///
/// The book cannot be built.
pub(crate) async fn build(
    root: &Path,
    dest: Option<&Path>,
    stop: &CancellationToken,
) -> Result<bool> {
    let mut command = cargo();
    command
        .args(["run", "--quiet", "-p", "book", "--target-dir", "target/book-tools"])
        .args(["--", "build"])
        .current_dir(root);
    if let Some(dest) = dest {
        // The pages of this book ask us how the exercises are.
        command.args(["--live", "--dest"]).arg(dest);
    }
    let limits =
        Limits { time: Duration::MAX, output: 1 << 20, memory: None, background: dest.is_some() };
    let finished = process::run(command, limits, stop, &|_| ()).await?;
    match finished.end {
        End::Stopped => Ok(false),
        End::Exited(status) if status.success() => Ok(true),
        _ => bail!("{}", finished.stderr.trim()),
    }
}
