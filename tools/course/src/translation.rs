use crate::Course;
use anyhow::{Context, Result};
use sha1_smol::Sha1;
use std::path::Path;

/// What a translated page says about the English page that it was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// It was made from the English page as that is now.
    Current,
    /// The English page has changed since: `git diff made_from now` shows what.
    Stale { made_from: String, now: String },
    /// The first line does not say it. The value is the line that should stand there.
    Unknown { wanted: String },
    /// Nobody has translated the page yet.
    Missing,
}

/// How many digits of a blob id stand on a page.
const DIGITS: usize = 12;

impl Course {
    /// Each English page, by its path below the language's folder, with the origin of its translation into
    /// `language`.
    ///
    /// # Errors
    ///
    /// A page cannot be read.
    pub fn origins(&self, language: &str) -> Result<Vec<(String, Origin)>> {
        let book = self.root().join("book");
        let mut origins = Vec::new();
        for entry in self.entries() {
            let now = blob_id(&book.join("en").join(&entry.file))?;
            let path = book.join(language).join(&entry.file);
            if !path.exists() {
                origins.push((entry.file.clone(), Origin::Missing));
                continue;
            }
            let text = std::fs::read_to_string(&path)
                .with_context(|| format!("cannot read {}", path.display()))?;
            let made_from = text
                .lines()
                .next()
                .and_then(|line| line.strip_prefix("<!-- en: ")?.strip_suffix(" -->"))
                .filter(|id| id.len() == DIGITS && id.chars().all(|c| c.is_ascii_hexdigit()));
            let origin = match made_from {
                None => Origin::Unknown { wanted: format!("<!-- en: {now} -->") },
                Some(id) if *id == now => Origin::Current,
                Some(id) => Origin::Stale { made_from: id.to_owned(), now },
            };
            origins.push((entry.file.clone(), origin));
        }
        Ok(origins)
    }
}

/// What `git hash-object` prints for a file, shortened. Computed here, so that it needs no git and works in
/// a clone without history.
fn blob_id(path: &Path) -> Result<String> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("cannot read the English page {}", path.display()))?;
    // git keeps pages with LF, whatever this system has made of them.
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
