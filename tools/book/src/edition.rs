//! The book in one language: its contents and the text of its pages, as mdBook renders them.

use crate::language::Language;
use crate::{content, includes, warnings};
use anyhow::{Context, Result, bail};
use mdbook_driver::MDBook;
use mdbook_driver::book::{BookItem, Chapter};
use mdbook_driver::config::{Config, HtmlConfig};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The book in one language.
#[derive(Debug)]
pub(crate) struct Edition {
    pub(crate) language: Language,
    /// What comes before a path in the site: nothing for English, else `ru/`.
    pub(crate) prefix: String,
    pub(crate) contents: Vec<Entry>,
    /// In the order of the contents.
    pub(crate) pages: Vec<Page>,
    /// The folder of the sources.
    pub(crate) source: PathBuf,
}

/// A line of the contents.
#[derive(Debug)]
pub(crate) struct Entry {
    /// `1.2`, if the page is numbered.
    pub(crate) number: Option<String>,
    pub(crate) title: String,
    /// What it leads to, as [`Page::path`]; a title of a part and a draft lead nowhere.
    pub(crate) path: Option<String>,
    /// Nobody has translated the page yet: it leads to the English one.
    pub(crate) in_english: bool,
    pub(crate) below: Vec<Entry>,
}

#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) title: String,
    /// Relative to the language's root: `01_dropping/index.html`. The first page's is `index.html`.
    pub(crate) path: String,
    /// Where its Markdown puts it, which is where links from other pages lead.
    pub(crate) written: String,
    /// Relative to the language's folder: `01_dropping/index.md`.
    pub(crate) source: PathBuf,
    /// The inside of `<main>`.
    pub(crate) text: String,
}

impl Edition {
    /// Has mdBook render the pages of a language.
    ///
    /// # Errors
    ///
    /// A page or an include is missing, or mdBook warned of anything.
    pub(crate) fn render(root: &Path, config: &Config, language: Language) -> Result<Edition> {
        let source = root.join("book").join(&language.folder);
        let (edition, warnings) = warnings::collect(|| render(root, config, language, &source));
        if !warnings.is_empty() {
            let what = edition.err().map(|error| format!("\n{error:#}")).unwrap_or_default();
            bail!("mdBook complains of {}:\n{}{what}", source.display(), warnings.join("\n"));
        }
        edition
    }

    pub(crate) fn has(&self, path: &str) -> bool {
        self.pages.iter().any(|page| page.path == path)
    }

    /// Takes the order of the contents from English, whose pages stand in for those that this language lacks.
    pub(crate) fn follow(&mut self, english: &Edition) {
        let parts: Vec<&str> = self
            .contents
            .iter()
            .filter(|own| own.path.is_none())
            .map(|part| &*part.title)
            .collect();
        let mut parts = parts.into_iter();
        let mut contents: Vec<Entry> =
            english.contents.iter().map(|entry| self.translated(entry)).collect();
        for part in contents.iter_mut().filter(|entry| entry.path.is_none()) {
            part.title = parts.next().unwrap_or(&part.title).to_owned();
        }
        self.contents = contents;
    }

    fn translated(&self, english: &Entry) -> Entry {
        let own = english
            .path
            .as_ref()
            .and_then(|path| self.pages.iter().find(|page| page.path == *path));
        Entry {
            number: english.number.clone(),
            title: own.map_or(&english.title, |page| &page.title).clone(),
            path: english.path.clone(),
            in_english: own.is_none() && english.path.is_some(),
            below: english.below.iter().map(|entry| self.translated(entry)).collect(),
        }
    }
}

fn render(root: &Path, config: &Config, language: Language, source: &Path) -> Result<Edition> {
    let scratch = tempfile::tempdir().context("cannot make a folder for what mdBook writes")?;
    let config = own_config(config, &language, scratch.path())?;
    let book = MDBook::load_with_config(root, config)
        .with_context(|| format!("cannot load the book in {}", source.display()))?;
    includes::check(source, &book)?;
    book.build().with_context(|| format!("cannot render the book in {}", source.display()))?;

    let mut chapters = Vec::new();
    chapters_below(&book.book.items, &mut chapters);
    let mut pages = Vec::new();
    for chapter in chapters {
        let (Some(path), Some(file)) = (&chapter.path, &chapter.source_path) else { continue };
        let written = path.with_extension("html");
        let main = std::fs::read_to_string(scratch.path().join(&written))
            .with_context(|| format!("mdBook did not write {}", written.display()))?;
        let written = written.to_string_lossy().replace('\\', "/");
        if pages.is_empty() && written.contains('/') {
            bail!(
                "{}: {written} comes first and would be index.html, where its links lead \
                 elsewhere; begin with a page that lies beside SUMMARY.md",
                source.join("SUMMARY.md").display()
            );
        }
        let text = content::main_of(&main)
            .and_then(|main| content::text(main, &language))
            .with_context(|| source.join(file).display().to_string())?;
        let path = if pages.is_empty() { "index.html".to_owned() } else { written.clone() };
        let title = chapter.name.clone();
        pages.push(Page { title, path, written, source: file.clone(), text });
    }
    let Some(first) = pages.first() else {
        bail!("{} lists no page; list at least one", source.join("SUMMARY.md").display());
    };
    let contents = entries(&book.book.items, &first.written);
    let prefix =
        if language.folder == "en" { String::new() } else { format!("{}/", language.folder) };
    Ok(Edition { language, prefix, contents, pages, source: source.to_owned() })
}

/// What mdBook needs to know in order to render this language, and nothing but the text.
fn own_config(config: &Config, language: &Language, dest: &Path) -> Result<Config> {
    let mut config = config.clone();
    config.book.src = Path::new("book").join(&language.folder);
    config.book.language = Some(language.tag.clone());
    config.book.title = Some(language.title.clone());
    config.build.build_dir = dest.to_owned();
    let mut html = HtmlConfig::default();
    html.print.enable = false;
    // Quotation marks are typed as they are meant: Russian and Chinese have others than English.
    html.smart_punctuation = false;
    html.playground.runnable = false;
    html.playground.copyable = false;
    // No page of its own for addresses that lead nowhere.
    html.input_404 = Some(String::new());
    config
        .set("output", BTreeMap::from([("html", html)]))
        .context("mdBook refuses its own settings")?;
    Ok(config)
}

fn chapters_below<'a>(items: &'a [BookItem], found: &mut Vec<&'a Chapter>) {
    for item in items {
        if let BookItem::Chapter(chapter) = item {
            found.push(chapter);
            chapters_below(&chapter.sub_items, found);
        }
    }
}

fn entries(items: &[BookItem], first: &str) -> Vec<Entry> {
    let mut found = Vec::new();
    for item in items {
        match item {
            BookItem::Chapter(chapter) => {
                let path = chapter.path.as_ref().map(|path| {
                    let path = path.with_extension("html").to_string_lossy().replace('\\', "/");
                    if path == first { "index.html".to_owned() } else { path }
                });
                let number = chapter.number.as_ref();
                found.push(Entry {
                    number: number
                        .map(|number| number.to_string().trim_end_matches('.').to_owned()),
                    title: chapter.name.clone(),
                    path,
                    in_english: false,
                    below: entries(&chapter.sub_items, first),
                });
            }
            BookItem::PartTitle(title) => found.push(Entry {
                number: None,
                title: title.clone(),
                path: None,
                in_english: false,
                below: Vec::new(),
            }),
            BookItem::Separator => {}
        }
    }
    found
}
