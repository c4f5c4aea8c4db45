//! Builds the book that `book.toml` describes, in all its languages, and forgives nothing.
//!
//! mdBook turns Markdown into HTML; everything around the text is ours. What one reads in this order:
//! [`build`] and [`render`] are the two ways in; `edition` has mdBook render one language; `site` puts
//! each text into its `frame`; `links` follows every link; `destination` writes the files.
//!
//! mdBook goes on after a missing include, an unclosed tag or a lost anchor; a book that is read in
//! four languages cannot. Nothing is written before everything is right.

mod content;
mod destination;
mod edition;
mod frame;
mod head;
mod highlight;
mod includes;
mod joining;
mod language;
mod links;
mod live;
mod not_found;
pub mod search;
mod settings;
mod site;
mod warnings;

use crate::edition::Edition;
use crate::live::Live;
use crate::settings::Settings;
use crate::site::Site;
use anyhow::{Context, Result, bail};
use mdbook_driver::config::Config;
use mdbook_renderer::RenderContext;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Builds the book of the workbook at `root` into `dest`, or else into the `build-dir` of `book.toml`.
///
/// A `live` book is for `cargo workbook`, which serves it: its pages listen to the command and show
/// what the checks say. One that is published or opened from a disk has nothing of it.
///
/// Returns the folder that holds `index.html`.
///
/// # Errors
///
/// The destination is dangerous, a page, an include or a word is missing, a link leads nowhere, or
/// mdBook warned of anything.
pub fn build(root: &Path, dest: Option<&Path>, live: bool) -> Result<PathBuf> {
    let path = root.join("book.toml");
    let mut config = Config::from_disk(&path)
        .with_context(|| format!("cannot read {}, which describes the book", path.display()))?;
    config.update_from_env().context("a variable MDBOOK_… is not understood; unset it")?;
    let dest = root.join(dest.unwrap_or(&config.build.build_dir));
    write(root, &config, &dest, live)?;
    Ok(dest)
}

/// Builds the book for `mdbook build` and `mdbook serve`, which describe it on our standard input.
///
/// What they have read of English is not used: it would be the work of another version of mdBook.
///
/// # Errors
///
/// As [`build`].
pub fn render(context: impl Read) -> Result<()> {
    let context = RenderContext::from_json(context)
        .context("this is run by mdBook; to build the book, run `cargo run -p book -- build`")?;
    write(&context.root, &context.config, &context.destination, false)
}

fn write(root: &Path, config: &Config, dest: &Path, live: bool) -> Result<()> {
    destination::check(root, dest)?;
    if config.build.create_missing {
        bail!(
            "{}: put `create-missing = false` into [build]; mdBook would write an empty page for \
             each that SUMMARY.md lists and nobody wrote",
            root.join("book.toml").display()
        );
    }
    let settings = Settings::read(config)?;
    let languages = language::read(root)?;
    // A language is rendered from the first to the last page by itself, and machines have several cores.
    let editions: Vec<Result<Edition>> = std::thread::scope(|scope| {
        let threads: Vec<_> = languages
            .into_iter()
            .map(|language| scope.spawn(|| Edition::render(root, config, language)))
            .collect();
        let join = |thread: std::thread::ScopedJoinHandle<'_, _>| {
            thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        threads.into_iter().map(join).collect()
    });
    let mut editions = editions.into_iter().collect::<Result<Vec<_>>>()?;
    if let Some((english, others)) = editions.split_first_mut() {
        others.iter_mut().for_each(|edition| edition.follow(english));
    }
    let live = live.then(|| Live::read(root)).transpose()?;
    let site = Site { editions: &editions, settings: &settings, live: live.as_ref() };
    let files = site.files(root)?;
    destination::write(dest, &files)
}
