//! The course as it lies on disk.
//!
//! There is no registry: the order of everything is `book/en/SUMMARY.md`, a title is the heading of
//! a page, and one name leads to the page, the exercise and the answer:
//!
//! ```text
//! book/en/01_dropping/unsent_receipt.md
//! exercises/01_dropping/unsent_receipt/src/lib.rs
//! solutions/01_dropping/unsent_receipt.rs
//! ```
//!
//! The learner's command and the repository's rules both read the course through this crate.

mod exercise;
mod include;
mod page;
mod summary;
mod text;
mod translation;

pub use exercise::{Alternative, Exercise};
pub use include::include_faults;
pub use page::{Heading, Page};
pub use summary::{Entry, entries};
pub use translation::{Origin, Translation};

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

/// The chapters and exercises in the order in which they are taught.
#[derive(Debug, Clone)]
pub struct Course {
    root: PathBuf,
    entries: Vec<Entry>,
    chapters: Vec<Chapter>,
}

/// A lesson and its exercises.
#[derive(Debug, Clone)]
pub struct Chapter {
    /// The folder's name, such as `01_dropping`.
    pub name: String,
    /// The title in `SUMMARY.md`.
    pub title: String,
    pub exercises: Vec<Exercise>,
}

impl Course {
    /// Reads `book/en/SUMMARY.md` below `root`.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or it lists an exercise before its chapter.
    pub fn read(root: &Path) -> Result<Course> {
        let path = root.join("book/en/SUMMARY.md");
        let text = std::fs::read_to_string(&path)
            .with_context(|| format!("cannot read {}, which orders the course", path.display()))?;
        let entries = entries(&text);
        let mut chapters: Vec<Chapter> = Vec::new();
        for entry in &entries {
            match entry.file.trim_end_matches(".md").split_once('/') {
                Some((chapter, "index")) => chapters.push(Chapter {
                    name: chapter.to_owned(),
                    title: entry.title.clone(),
                    exercises: Vec::new(),
                }),
                Some((chapter, exercise)) => match chapters.last_mut() {
                    Some(last) if last.name == chapter => {
                        last.exercises.push(Exercise::new(root, chapter, exercise, &entry.title));
                    }
                    _ => bail!(
                        "{}:{}: {} stands outside its chapter; put it below {chapter}/index.md",
                        path.display(),
                        entry.line,
                        entry.file
                    ),
                },
                None => {} // A page of its own, such as the introduction.
            }
        }
        Ok(Course { root: root.to_owned(), entries, chapters })
    }

    /// The same course with the titles of `language`, as far as its `SUMMARY.md` has them.
    #[must_use]
    pub fn titled(mut self, language: &str) -> Course {
        let path = self.root.join("book").join(language).join("SUMMARY.md");
        let translated = entries(&std::fs::read_to_string(path).unwrap_or_default());
        let title = |file: String, title: &mut String| {
            if let Some(entry) = translated.iter().find(|entry| entry.file == file) {
                title.clone_from(&entry.title);
            }
        };
        for chapter in &mut self.chapters {
            title(format!("{}/index.md", chapter.name), &mut chapter.title);
            for exercise in &mut chapter.exercises {
                title(format!("{}.md", exercise.slug()), &mut exercise.title);
            }
        }
        self
    }

    /// The folder that holds `book`, `exercises` and `solutions`.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Every page that `SUMMARY.md` lists.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    #[must_use]
    pub fn chapters(&self) -> &[Chapter] {
        &self.chapters
    }

    /// All exercises, first to last.
    pub fn exercises(&self) -> impl Iterator<Item = &Exercise> {
        self.chapters.iter().flat_map(|chapter| &chapter.exercises)
    }

    /// The folders of `book` that hold a `SUMMARY.md`, English first.
    ///
    /// # Errors
    ///
    /// `book` cannot be listed.
    pub fn languages(&self) -> Result<Vec<String>> {
        let mut languages: Vec<String> = subfolders(&self.root.join("book"))?
            .into_iter()
            .filter(|name| self.root.join("book").join(name).join("SUMMARY.md").exists())
            .collect();
        languages.sort_by_key(|name| (name != "en", name.clone()));
        Ok(languages)
    }
}

/// The nearest folder, from `start` upwards, that holds a workbook.
///
/// # Errors
///
/// There is none; the message says where to go.
pub fn find_root(start: &Path) -> Result<PathBuf> {
    start
        .ancestors()
        .find(|folder| folder.join("book.toml").exists() && folder.join("exercises").exists())
        .map(Path::to_owned)
        .with_context(|| {
            format!(
                "{} is not inside a workbook; go to the folder that holds book.toml and exercises",
                start.display()
            )
        })
}

/// The names of the folders in `folder`, sorted.
///
/// # Errors
///
/// `folder` cannot be listed.
pub fn subfolders(folder: &Path) -> Result<Vec<String>> {
    listing(folder, |entry| entry.is_dir())
}

/// The names of the files in `folder`, sorted. A folder that does not exist has none.
///
/// # Errors
///
/// `folder` exists and cannot be listed.
pub fn files(folder: &Path) -> Result<Vec<String>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    listing(folder, |entry| entry.is_file())
}

fn listing(folder: &Path, wanted: impl Fn(&Path) -> bool) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in
        std::fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?
    {
        let entry = entry.with_context(|| format!("cannot list {}", folder.display()))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if wanted(&entry.path()) && !name.starts_with('.') {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}
