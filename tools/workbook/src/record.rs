//! What the command remembers, in `.workbook`: plain text, which no git sees and anybody can mend.

mod attempts;
mod progress;
mod replace;

pub(crate) use attempts::{Attempt, Attempts};
pub(crate) use progress::Progress;
pub(crate) use replace::replace;

use anyhow::{Context, Result};
use course::Exercise;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

#[derive(Debug, Clone)]
pub(crate) struct Record {
    folder: PathBuf,
    /// What was green since the command began: it counts also where nothing can be written down.
    solved: Arc<Mutex<Progress>>,
}

impl Record {
    pub(crate) fn new(root: &Path) -> Record {
        Record { folder: root.join(".workbook"), solved: Arc::default() }
    }

    pub(crate) fn language(&self) -> PathBuf {
        self.folder.join("language")
    }

    /// What was green, now or ever.
    pub(crate) fn progress(&self) -> Progress {
        let written = Progress::read(&self.folder.join("progress"));
        written.and(&self.solved.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn attempts(&self, exercise: &Exercise) -> Attempts {
        Attempts::new(self.folder.join("attempts").join(&exercise.name))
    }

    /// Writes down that `exercise` was green.
    ///
    /// # Errors
    ///
    /// The folder cannot be written to.
    pub(crate) fn solved(&self, exercise: &Exercise) -> Result<()> {
        self.solved.lock().unwrap_or_else(PoisonError::into_inner).insert(&exercise.slug());
        // Another command may be about to add a line of its own.
        let _alone = self.lock("progress.lock")?;
        Progress::add(&self.folder.join("progress"), &exercise.slug())
    }

    /// The exercise that was checked last, as `chapter/name`.
    pub(crate) fn last(&self) -> Option<String> {
        Some(fs::read_to_string(self.folder.join("last")).ok()?.trim().to_owned())
    }

    /// Keeps code that is being checked.
    ///
    /// # Errors
    ///
    /// The folder cannot be written to.
    pub(crate) fn checked(&self, exercise: &Exercise, code: &[u8]) -> Result<Attempt> {
        let attempt = self.attempts(exercise).keep(code)?;
        if self.last() != Some(exercise.slug()) {
            self.write("last", &exercise.slug())?;
        }
        Ok(attempt)
    }

    /// How many hints of `exercise` have been shown.
    pub(crate) fn hints(&self, exercise: &Exercise) -> usize {
        let path = self.folder.join("hints").join(&exercise.name);
        fs::read_to_string(path).ok().and_then(|text| text.trim().parse().ok()).unwrap_or(0)
    }

    /// # Errors
    ///
    /// The folder cannot be written to.
    pub(crate) fn hinted(&self, exercise: &Exercise, shown: usize) -> Result<()> {
        self.write(&format!("hints/{}", exercise.name), &shown.to_string())
    }

    /// # Errors
    ///
    /// The folder cannot be written to.
    pub(crate) fn write(&self, name: &str, line: &str) -> Result<()> {
        let path = self.folder.join(name);
        create_folder(path.parent().unwrap_or(&self.folder))?;
        replace(&path, format!("{line}\n").as_bytes())
    }

    /// Makes this the first command here, for as long as the file is held; nothing if there is one
    /// already. The system lets go of a lock when its process dies, in whatever way.
    ///
    /// # Errors
    ///
    /// The folder cannot be written to.
    pub(crate) fn be_first(&self) -> Result<Option<File>> {
        let file = self.open("session.lock")?;
        Ok(file.try_lock().is_ok().then_some(file))
    }

    /// Whether anything can be written down.
    ///
    /// # Errors
    ///
    /// It cannot, and why.
    pub(crate) fn probe(&self) -> Result<()> {
        self.open("session.lock").map(drop)
    }

    fn lock(&self, name: &str) -> Result<File> {
        let file = self.open(name)?;
        file.lock().with_context(|| format!("cannot lock {}", self.folder.join(name).display()))?;
        Ok(file)
    }

    fn open(&self, name: &str) -> Result<File> {
        create_folder(&self.folder)?;
        let path = self.folder.join(name);
        // Not cut off to nothing: Windows may refuse that while another command holds the lock.
        let file = File::options().create(true).write(true).truncate(false).open(&path);
        file.with_context(|| format!("cannot write {}", path.display()))
    }
}

fn create_folder(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)
        .with_context(|| format!("cannot create the folder {}", folder.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use course::Course;

    #[test]
    fn two_commands_lose_nothing_of_each_other() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir_all(root.join("book/en")).unwrap();
        let lines = (0..40).map(|number| format!("  - [x](1_x/e{number}.md)\n"));
        let summary = format!("- [X](1_x/index.md)\n{}", lines.collect::<String>());
        fs::write(root.join("book/en/SUMMARY.md"), summary).unwrap();
        let course = Course::read(root).unwrap();
        let exercises: Vec<&Exercise> = course.exercises().collect();
        std::thread::scope(|scope| {
            for half in exercises.chunks(20) {
                let record = Record::new(root);
                scope.spawn(move || half.iter().for_each(|it| record.solved(it).unwrap()));
            }
        });
        let progress = Record::new(root).progress();
        assert!(exercises.iter().all(|exercise| progress.has(exercise)));

        let record = Record::new(root);
        let first = record.be_first().unwrap();
        assert!(first.is_some() && record.be_first().unwrap().is_none());
        drop(first);
        assert!(record.be_first().unwrap().is_some(), "the next one may");
    }
}
