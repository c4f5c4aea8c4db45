//! `book/ui.toml`: what a language is called, and what the page around the text says in it.

use crate::search;
use anyhow::{Context, Result, bail};
use course::Course;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// A table of `ui.toml`. A key that is missing or unknown is an error: nothing falls back to English.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Language {
    /// The folder below `book`, and the table's name.
    #[serde(skip)]
    pub(crate) folder: String,
    /// The BCP 47 tag, which decides over fonts and hyphens: `zh-Hans`.
    pub(crate) tag: String,
    /// In the language itself: 日本語.
    pub(crate) name: String,
    /// Of the book.
    pub(crate) title: String,
    /// What search engines show below the title.
    pub(crate) description: String,
    pub(crate) frame: Frame,
    pub(crate) keys: Keys,
    pub(crate) notes: Notes,
    pub(crate) not_found: NotFound,
    pub(crate) live: Live,
    pub(crate) search: search::Words,
}

/// The words around the text.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Frame {
    /// The link that leads keyboards past everything else.
    pub(crate) skip: String,
    pub(crate) contents: String,
    pub(crate) languages: String,
    pub(crate) theme: String,
    pub(crate) theme_auto: String,
    pub(crate) theme_light: String,
    pub(crate) theme_dark: String,
    pub(crate) search: String,
    /// Names the links to the pages before and after.
    pub(crate) steps: String,
    pub(crate) previous: String,
    pub(crate) next: String,
    pub(crate) copy: String,
    /// Announced after a copy.
    pub(crate) copied: String,
    /// Announced if the browser does not let us copy.
    pub(crate) not_copied: String,
    /// Names a block of code for those who do not see it; a number follows.
    pub(crate) code: String,
    /// Names a block of output; a number follows.
    pub(crate) output: String,
    /// Names a table; a number follows.
    pub(crate) table: String,
    /// The licence's name follows.
    pub(crate) licence: String,
    pub(crate) licence_url: String,
    pub(crate) edit: String,
    pub(crate) repository: String,
}

/// The help about the keyboard.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Keys {
    pub(crate) title: String,
    pub(crate) previous: String,
    pub(crate) next: String,
    pub(crate) search: String,
    pub(crate) help: String,
    pub(crate) escape: String,
    /// Beside the box that turns keys off, as WCAG 2.1.4 asks.
    pub(crate) enabled: String,
    pub(crate) close: String,
}

/// The titles of `> [!NOTE]` and its like.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Notes {
    pub(crate) note: String,
    pub(crate) tip: String,
    pub(crate) important: String,
    pub(crate) warning: String,
    pub(crate) caution: String,
}

/// The page for an address that leads nowhere.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NotFound {
    pub(crate) title: String,
    pub(crate) text: String,
    /// The link to the first page.
    pub(crate) home: String,
}

/// What the page of an exercise says while `cargo workbook` serves it. `…` between backticks is code.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Live {
    /// Names the panel for those who do not see it.
    pub(crate) title: String,
    pub(crate) not_started: String,
    pub(crate) checking: String,
    /// `{n}` of `{all}` rules hold.
    pub(crate) red: String,
    pub(crate) does_not_compile: String,
    /// Neither a rule nor the compiler has said anything.
    pub(crate) not_run: String,
    pub(crate) green: String,
    pub(crate) disconnected: String,
    /// After the sentence of a rule: what became of it.
    pub(crate) holds: String,
    pub(crate) fails: String,
    pub(crate) keeps_the_thread: String,
    pub(crate) never_ends: String,
    pub(crate) prints_too_much: String,
    pub(crate) crashes: String,
    /// Above the message, which is English.
    pub(crate) check_says: String,
    pub(crate) compiler_says: String,
    /// An exercise's title follows.
    pub(crate) next: String,
    /// An exercise's title follows: nothing was begun yet.
    pub(crate) first: String,
    /// An exercise's title follows: something was.
    pub(crate) go_on: String,
    pub(crate) finished: String,
    /// Beside an exercise in the contents, for those who do not see the mark.
    pub(crate) done: String,
    pub(crate) failing: String,
    /// `{n}` hints are not shown yet.
    pub(crate) hints: String,
    /// In place of *Why not …*, until the check is green.
    pub(crate) veil: String,
    /// The button that shows it.
    pub(crate) unveil: String,
}

/// The languages that have a folder, English first.
///
/// # Errors
///
/// `ui.toml` is broken, or a language has a folder and no table, or a folder and no `SUMMARY.md`.
pub(crate) fn read(root: &Path) -> Result<Vec<Language>> {
    let path = root.join("book/ui.toml");
    let text = std::fs::read_to_string(&path)
        .with_context(|| format!("cannot read {}, which names the languages", path.display()))?;
    let mut tables = parse(&path, &text)?;
    let mut languages: Vec<Language> = Vec::new();
    for folder in Course::read(root)?.languages()? {
        let Some(mut language) = tables.remove(&folder) else {
            bail!("{}: add a table [{folder}]; book/{folder} holds a book", path.display());
        };
        language.folder = folder;
        if let Some(other) = languages.iter().find(|other| other.tag == language.tag) {
            bail!(
                "{}: [{}] and [{}] both have the tag {:?}; give one of them its own",
                path.display(),
                other.folder,
                language.folder,
                language.tag
            );
        }
        languages.push(language);
    }
    // A table may come before its translation, but not a translation without an order of pages.
    for folder in tables.keys() {
        let folder = root.join("book").join(folder);
        if has_pages(&folder)? {
            bail!(
                "{} has no SUMMARY.md, so it is not built; copy the one of book/en and translate it",
                folder.display()
            );
        }
    }
    Ok(languages)
}

fn has_pages(folder: &Path) -> Result<bool> {
    if !folder.exists() {
        return Ok(false);
    }
    for name in course::subfolders(folder)? {
        if has_pages(&folder.join(name))? {
            return Ok(true);
        }
    }
    Ok(course::files(folder)?.iter().any(|name| name.ends_with(".md")))
}

fn parse(path: &Path, text: &str) -> Result<BTreeMap<String, Language>> {
    toml::from_str(text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        let line = text[..start].matches('\n').count() + 1;
        // The parser puts what it found and what it expected on lines of their own.
        let what = error.message().lines().collect::<Vec<_>>().join("; ");
        anyhow::anyhow!("{}:{line}: {what}", path.display())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const REAL: &str = include_str!("../../../book/ui.toml");

    fn complaint(text: &str) -> String {
        parse(Path::new("ui.toml"), text).unwrap_err().to_string()
    }

    fn line_of(text: &str, part: &str) -> usize {
        text[..text.find(part).unwrap()].matches('\n').count() + 1
    }

    #[test]
    fn all_four_languages_have_all_their_words() {
        let tables = parse(Path::new("ui.toml"), REAL).unwrap();
        let tags: Vec<_> = tables.iter().map(|(name, words)| (&**name, &*words.tag)).collect();
        assert_eq!(tags, [("en", "en"), ("ja", "ja"), ("ru", "ru"), ("zh", "zh-Hans")]);
    }

    #[test]
    fn a_missing_key_is_named_with_the_line_of_its_table() {
        let line = line_of(REAL, "[ja.keys]");
        let (before, table) = REAL.split_at(REAL.find("[ja.keys]").unwrap());
        let text = format!("{before}{}", table.replacen("\nescape =", "\n# escape =", 1));
        let complaint = complaint(&text);
        assert_eq!(complaint, format!("ui.toml:{line}: missing field `escape`"));
    }

    #[test]
    fn an_unknown_key_is_named_with_its_line() {
        let text = REAL.replacen("\nskip =", "\nskipp =", 1);
        let line = line_of(&text, "skipp");
        let complaint = complaint(&text);
        assert!(
            complaint.starts_with(&format!("ui.toml:{line}: unknown field `skipp`")),
            "{complaint}"
        );
    }

    #[test]
    fn what_is_not_toml_is_named_with_its_line() {
        let complaint = complaint("[en]\ntag = en\n");
        assert!(complaint.starts_with("ui.toml:2: "), "{complaint}");
    }
}
