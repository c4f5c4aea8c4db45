use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// One exercise: where its page, its code, its check and its answers are.
#[derive(Debug, Clone)]
pub struct Exercise {
    root: PathBuf,
    /// The folder's name, such as `01_dropping`.
    pub chapter: String,
    /// The name under the three roots, which is also the package's name, such as `unsent_receipt`.
    pub name: String,
    /// The title in `SUMMARY.md`.
    pub title: String,
}

/// A wrong answer, or another right one: a whole `lib.rs`, ready to be put in the learner's place.
#[derive(Debug, Clone)]
pub struct Alternative {
    /// The module that it becomes in the binary of all alternatives, such as `wrong_spawned`.
    pub module: String,
    pub path: PathBuf,
}

impl Exercise {
    pub(crate) fn new(root: &Path, chapter: &str, name: &str, title: &str) -> Exercise {
        Exercise {
            root: root.to_owned(),
            chapter: chapter.to_owned(),
            name: name.to_owned(),
            title: title.to_owned(),
        }
    }

    /// `01_dropping/unsent_receipt`
    #[must_use]
    pub fn slug(&self) -> String {
        format!("{}/{}", self.chapter, self.name)
    }

    /// The crate's folder.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        self.root.join("exercises").join(&self.chapter).join(&self.name)
    }

    /// The file that the learner edits.
    #[must_use]
    pub fn code(&self) -> PathBuf {
        self.folder().join("src/lib.rs")
    }

    /// The contract.
    #[must_use]
    pub fn check(&self) -> PathBuf {
        self.folder().join("src/check.rs")
    }

    /// The page in a language, which is named by its folder.
    #[must_use]
    pub fn page(&self, language: &str) -> PathBuf {
        self.root.join("book").join(language).join(&self.chapter).join(format!("{}.md", self.name))
    }

    /// The answer.
    #[must_use]
    pub fn answer(&self) -> PathBuf {
        self.answers().with_extension("rs")
    }

    /// The code as it was before the learner touched it.
    #[must_use]
    pub fn start(&self) -> PathBuf {
        self.answers().join("start.rs")
    }

    /// Tempting answers that the check must reject.
    ///
    /// # Errors
    ///
    /// The folder cannot be listed.
    pub fn wrong(&self) -> Result<Vec<Alternative>> {
        alternatives(&self.answers(), "wrong")
    }

    /// Other answers that the check must accept.
    ///
    /// # Errors
    ///
    /// The folder cannot be listed.
    pub fn right(&self) -> Result<Vec<Alternative>> {
        alternatives(&self.answers(), "right")
    }

    /// Whether the learner's file still is the starting code.
    ///
    /// # Errors
    ///
    /// One of the two files cannot be read.
    pub fn is_untouched(&self) -> Result<bool> {
        let read = |path: PathBuf| {
            std::fs::read_to_string(&path)
                .with_context(|| format!("cannot read {}", path.display()))
        };
        Ok(lines(&read(self.code())?).eq(lines(&read(self.start())?)))
    }

    fn answers(&self) -> PathBuf {
        self.root.join("solutions").join(&self.chapter).join(&self.name)
    }
}

/// Lines without their endings, so that a checkout with CRLF is not taken for an edit.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim_end)
}

fn alternatives(answers: &Path, kind: &str) -> Result<Vec<Alternative>> {
    let folder = answers.join(kind);
    Ok(crate::files(&folder)?
        .into_iter()
        .filter_map(|file| {
            let module = format!("{kind}_{}", file.strip_suffix(".rs")?);
            Some(Alternative { module, path: folder.join(&file) })
        })
        .collect())
}
