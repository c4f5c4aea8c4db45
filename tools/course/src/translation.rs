use crate::Course;
use anyhow::{Context, Result};
use sha1_smol::Sha1;
use std::path::{Path, PathBuf};

/// A text in another language, and the English one that it was made from.
#[derive(Debug, Clone)]
pub struct Translation {
    /// From the root, such as `book/en/monday.md` or `README.md`.
    pub english: String,
    /// From the root, such as `book/ru/monday.md` or `README.ru.md`.
    pub path: String,
    pub origin: Origin,
}

/// What a translation says about the English text that it was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// It was made from the English text as that is now.
    Current,
    /// The English text has changed since: `git diff made_from now` shows what.
    Stale { made_from: String, now: String },
    /// The first line does not say it. The value is the line that should stand there.
    Unknown { wanted: String },
    /// Nobody has translated the text yet.
    Missing,
}

/// How many digits of a blob id stand on a translation.
const DIGITS: usize = 12;

impl Course {
    /// The README of a language, beside that of the repository.
    #[must_use]
    pub fn readme(&self, language: &str) -> PathBuf {
        self.root().join(readme(language))
    }

    /// The README and each page in `language`, in the order in which they are read, also those that nobody has
    /// translated yet.
    ///
    /// # Errors
    ///
    /// A text cannot be read.
    pub fn translations_into(&self, language: &str) -> Result<Vec<Translation>> {
        let page = |language: &str, file: &str| format!("book/{language}/{file}");
        let pages = self
            .entries()
            .iter()
            .map(|entry| (page("en", &entry.file), page(language, &entry.file)));
        std::iter::once((readme("en"), readme(language)))
            .chain(pages)
            .map(|(english, path)| {
                let origin = self.origin(&english, &path)?;
                Ok(Translation { english, path, origin })
            })
            .collect()
    }

    fn origin(&self, english: &str, path: &str) -> Result<Origin> {
        let now = blob_id(&self.root().join(english))?;
        let path = self.root().join(path);
        if !path.exists() {
            return Ok(Origin::Missing);
        }
        let text = std::fs::read_to_string(&path)
            .with_context(|| format!("cannot read {}", path.display()))?;
        let made_from = text
            .lines()
            .next()
            .and_then(|line| line.strip_prefix("<!-- en: ")?.strip_suffix(" -->"))
            .filter(|id| id.len() == DIGITS && id.chars().all(|c| c.is_ascii_hexdigit()));
        Ok(match made_from {
            None => Origin::Unknown { wanted: format!("<!-- en: {now} -->") },
            Some(id) if *id == now => Origin::Current,
            Some(id) => Origin::Stale { made_from: id.to_owned(), now },
        })
    }
}

/// GitHub's readers look for this name.
fn readme(language: &str) -> String {
    match language {
        "en" => "README.md".to_owned(),
        other => format!("README.{other}.md"),
    }
}

/// What `git hash-object` prints for a file, shortened. Computed here, so that it needs no git and works in
/// a clone without history.
fn blob_id(path: &Path) -> Result<String> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("cannot read the English text {}", path.display()))?;
    // git keeps texts with LF, whatever this system has made of them.
    let text = text.replace("\r\n", "\n");
    let mut hash = Sha1::new();
    hash.update(format!("blob {}\0", text.len()).as_bytes());
    hash.update(text.as_bytes());
    Ok(hash.digest().to_string()[..DIGITS].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blob_id_is_the_one_of_git() {
        let path = std::env::temp_dir().join(format!("blob_id_{}", std::process::id()));
        std::fs::write(&path, "hello\r\n").unwrap();
        // printf 'hello\n' | git hash-object --stdin
        assert_eq!(blob_id(&path).unwrap(), "ce013625030b");
        std::fs::remove_file(&path).unwrap();
    }
}
