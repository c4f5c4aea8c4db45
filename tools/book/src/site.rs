//! All files of the site, before one of them is written.

use crate::edition::{Edition, Page};
use crate::live::{self, Live};
use crate::settings::Settings;
use crate::{content, frame, links, not_found, search};
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::path::Path;

/// What is in each file of the site, by its path.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// The site in all its languages.
pub(crate) struct Site<'a> {
    pub(crate) editions: &'a [Edition],
    pub(crate) settings: &'a Settings,
    /// What a page needs in order to listen to `cargo workbook`; nothing in a site that is published.
    pub(crate) live: Option<&'a Live>,
}

impl Site<'_> {
    /// Makes every file and follows every link.
    ///
    /// # Errors
    ///
    /// A file of the sources cannot be read, or a link leads nowhere.
    pub(crate) fn files(&self, root: &Path) -> Result<Files> {
        let mut files = Files::new();
        // GitHub Pages would leave out what it takes for a draft, and `destination` knows a book by this.
        files.insert(".nojekyll".to_owned(), Vec::new());
        let themed = |name: &str| self.live.is_some() || !live::FILES.contains(&name);
        add_folder(&mut files, "theme/", &root.join("book/theme"), &themed)?;
        for edition in self.editions {
            let figure = |name: &str| !name.ends_with(".md");
            add_folder(&mut files, &edition.prefix, &edition.source, &figure)?;
            for page in &edition.pages {
                let text = content::finish(&page.text, &edition.language)
                    .with_context(|| edition.source.join(&page.source).display().to_string())?;
                let html = frame::page(self, edition, page, &text);
                let path = format!("{}{}", edition.prefix, page.path);
                if page.path != page.written {
                    let path = format!("{}{}", edition.prefix, page.written);
                    files.insert(path, html.clone().into_bytes());
                }
                files.insert(path, html.into_bytes());
            }
            let pages: Vec<search::Page<'_>> = edition.pages.iter().map(searched).collect();
            let data = search::data(&pages)?;
            files.insert(format!("{}search-data.js", edition.prefix), data.into_bytes());
        }
        files.insert("404.html".to_owned(), not_found::page(self).into_bytes());
        links::check(self, &files)?;
        Ok(files)
    }

    /// The edition that a reader gets who asked for none.
    pub(crate) fn first(&self) -> &Edition {
        &self.editions[0]
    }
}

fn searched(page: &Page) -> search::Page<'_> {
    search::Page { path: &page.path, title: &page.title, html: &page.text }
}

/// Adds the wanted files of a folder and those below it.
fn add_folder(
    files: &mut Files,
    prefix: &str,
    folder: &Path,
    wanted: &dyn Fn(&str) -> bool,
) -> Result<()> {
    for name in course::files(folder)?.into_iter().filter(|name| wanted(name)) {
        let path = folder.join(&name);
        let bytes =
            std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        files.insert(format!("{prefix}{name}"), bytes);
    }
    if folder.exists() {
        for name in course::subfolders(folder)? {
            add_folder(files, &format!("{prefix}{name}/"), &folder.join(&name), wanted)?;
        }
    }
    Ok(())
}
