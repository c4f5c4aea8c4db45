use anyhow::{Context, Result};
use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::PathBuf;

/// The versions of an exercise's code that were checked: `0001.rs`, `0002.rs` …
#[derive(Debug)]
pub(crate) struct Attempts {
    folder: PathBuf,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Attempt {
    pub(crate) number: u32,
    pub(crate) path: PathBuf,
}

impl Attempts {
    pub(crate) fn new(folder: PathBuf) -> Attempts {
        Attempts { folder }
    }

    /// First to last.
    pub(crate) fn list(&self) -> Vec<Attempt> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let mut attempts: Vec<Attempt> = entries
            .filter_map(|entry| {
                let name = entry.file_name();
                let number = name.to_str()?.strip_suffix(".rs")?.parse().ok()?;
                Some(Attempt { number, path: entry.path() })
            })
            .collect();
        attempts.sort();
        attempts
    }

    /// The attempt with this code.
    pub(crate) fn find(&self, code: &[u8]) -> Option<Attempt> {
        let length = code.len() as u64;
        self.list().into_iter().rev().find(|attempt| {
            attempt.path.metadata().is_ok_and(|file| file.len() == length)
                && fs::read(&attempt.path).is_ok_and(|kept| kept == code)
        })
    }

    /// Keeps code, unless there is an attempt with the same.
    ///
    /// # Errors
    ///
    /// The folder cannot be written to.
    pub(crate) fn keep(&self, code: &[u8]) -> Result<Attempt> {
        if let Some(attempt) = self.find(code) {
            return Ok(attempt);
        }
        super::create_folder(&self.folder)?;
        let mut number = self.list().last().map_or(1, |last| last.number + 1);
        loop {
            let path = self.folder.join(format!("{number:04}.rs"));
            // Never an existing one: another command may keep something at this moment.
            let file = fs::File::options().write(true).create_new(true).open(&path);
            match file.and_then(|mut file| file.write_all(code)) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => number += 1,
                result => {
                    return result
                        .map(|()| Attempt { number, path: path.clone() })
                        .with_context(|| format!("cannot write {}", path.display()));
                }
            }
        }
    }

    /// The attempt before the one with this code; nothing if that is the first.
    pub(crate) fn before(&self, code: &[u8]) -> Option<Attempt> {
        let current = self.find(code).map_or(u32::MAX, |attempt| attempt.number);
        self.list().into_iter().rfind(|attempt| attempt.number < current)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_version_is_kept_once_and_leads_to_the_one_before() {
        let folder = tempfile::tempdir().unwrap();
        let attempts = Attempts::new(folder.path().join("a"));
        assert!(attempts.list().is_empty() && attempts.before(b"x").is_none());
        let numbers = ["one", "two", "two", "one", "three"]
            .map(|code| attempts.keep(code.as_bytes()).unwrap().number);
        assert_eq!(numbers, [1, 2, 2, 1, 3]);
        assert_eq!(attempts.before(b"three").unwrap().number, 2);
        assert_eq!(attempts.before(b"two").unwrap().number, 1);
        assert_eq!(attempts.before(b"one"), None);
        assert_eq!(attempts.before(b"never checked").unwrap().number, 3);
        fs::remove_file(&attempts.list()[1].path).unwrap();
        assert_eq!(attempts.keep(b"four").unwrap().number, 4);
    }
}
