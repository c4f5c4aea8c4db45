use super::replace;
use anyhow::Result;
use course::{Course, Exercise};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The exercises that were green once, one `chapter/name` per line.
#[derive(Debug, Default)]
pub(crate) struct Progress {
    lines: BTreeSet<String>,
}

impl Progress {
    /// What can be read of a file; nothing if there is none.
    pub(crate) fn read(path: &Path) -> Progress {
        let bytes = fs::read(path).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        Progress { lines: lines.map(str::to_owned).collect() }
    }

    /// Adds a line, and keeps those that this version of the workbook does not know.
    pub(crate) fn add(path: &Path, slug: &str) -> Result<()> {
        let mut progress = Progress::read(path);
        if !progress.insert(slug) {
            return Ok(());
        }
        let lines: Vec<String> = progress.lines.into_iter().collect();
        replace(path, (lines.join("\n") + "\n").as_bytes())
    }

    /// False if it was there.
    pub(crate) fn insert(&mut self, slug: &str) -> bool {
        self.lines.insert(slug.to_owned())
    }

    pub(crate) fn and(mut self, other: &Progress) -> Progress {
        self.lines.extend(other.lines.iter().cloned());
        self
    }

    /// Chapters are renumbered now and then; an exercise's name stays.
    pub(crate) fn has(&self, exercise: &Exercise) -> bool {
        self.lines.iter().any(|line| name(line) == exercise.name)
    }

    /// How many lines mean nothing to the course.
    pub(crate) fn unread(&self, course: &Course) -> usize {
        let known = |line: &&String| course.exercises().any(|it| it.name == name(line));
        self.lines.iter().filter(|line| !known(line)).count()
    }

    /// The exercise to go on with: the first from `current` on that is not done, or else the first of all
    /// that is not.
    pub(crate) fn next<'a>(
        &self,
        course: &'a Course,
        current: Option<&Exercise>,
    ) -> Option<&'a Exercise> {
        let before = |it: &&Exercise| current.is_some_and(|current| it.name != current.name);
        let following = course.exercises().skip_while(before);
        following.chain(course.exercises()).find(|it| !self.has(it))
    }
}

fn name(line: &str) -> &str {
    line.rsplit('/').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_read_of_a_damaged_file_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir_all(root.join("book/en")).unwrap();
        let summary =
            "- [X](1_x/index.md)\n  - [A](1_x/a.md)\n  - [B](1_x/b.md)\n  - [C](1_x/c.md)\n";
        fs::write(root.join("book/en/SUMMARY.md"), summary).unwrap();
        let course = Course::read(root).unwrap();
        let [a, b, c] = [0, 1, 2].map(|place| course.exercises().nth(place).unwrap());

        let path = root.join("progress");
        assert!(!Progress::read(&path).has(a));
        fs::write(&path, b"\xff\xfe broken\n7_old/a\r\n\nx/gone").unwrap();
        Progress::add(&path, "1_x/c").unwrap();
        Progress::add(&path, "1_x/c").unwrap();
        let progress = Progress::read(&path);
        assert!(progress.has(a) && !progress.has(b) && progress.has(c));
        assert_eq!(progress.unread(&course), 2);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains("x/gone\n") && text.matches("1_x/c").count() == 1, "{text}");

        assert_eq!(progress.next(&course, None).unwrap().name, "b");
        assert_eq!(progress.next(&course, Some(c)).unwrap().name, "b", "an earlier one");
        assert_eq!(progress.next(&course, Some(b)).unwrap().name, "b", "it is not done itself");
        let mut fresh = Progress::default();
        assert!(fresh.insert("1_x/b"));
        assert_eq!(fresh.next(&course, Some(b)).unwrap().name, "c", "first those after it");
        assert!(progress.and(&fresh).next(&course, Some(b)).is_none());
    }
}
