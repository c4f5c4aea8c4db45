//! Builds the book that `book.toml` describes, and forgives nothing.
//!
//! mdBook goes on after a missing include, an unclosed tag or a lost anchor; a book that is read in
//! four languages cannot.

mod destination;
mod includes;
mod warnings;

use anyhow::{Context, Result, bail};
use mdbook_driver::MDBook;
use mdbook_driver::config::Config;
use std::path::{Path, PathBuf};

/// Builds the book of the workbook at `root` into `dest`, or else into the `build-dir` of `book.toml`.
///
/// Returns the folder that holds `index.html`.
///
/// # Errors
///
/// The destination is dangerous, a page or an include is missing, or mdBook warned of anything.
pub fn build(root: &Path, dest: Option<&Path>) -> Result<PathBuf> {
    let path = root.join("book.toml");
    let mut config = Config::from_disk(&path)
        .with_context(|| format!("cannot read {}, which describes the book", path.display()))?;
    config.update_from_env().context("a variable MDBOOK_… is not understood; unset it")?;
    if let Some(dest) = dest {
        config.build.build_dir = dest.to_owned();
    }
    let dest = root.join(&config.build.build_dir);
    destination::check(root, &dest)?;
    if config.build.create_missing {
        bail!(
            "{}: put `create-missing = false` into [build]; mdBook would write an empty page for \
             each that SUMMARY.md lists and nobody wrote",
            path.display()
        );
    }
    let source = root.join(&config.book.src);
    let (result, warnings) = warnings::collect(|| {
        let book = MDBook::load_with_config(root, config)
            .with_context(|| format!("cannot load the book in {}", source.display()))?;
        includes::check(&source, &book)?;
        book.build().with_context(|| format!("cannot render the book in {}", source.display()))
    });
    if !warnings.is_empty() {
        let what = result.err().map(|error| format!("\n{error:#}")).unwrap_or_default();
        bail!("mdBook complains of {}:\n{}{what}", source.display(), warnings.join("\n"));
    }
    result?;
    Ok(dest)
}
