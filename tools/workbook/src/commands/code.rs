//! The learner's code, back as it was at some time. What it replaces is always kept first.

use super::Place;
use crate::columns::columns;
use crate::record::replace;
use crate::report::code as code_path;
use crate::words::Age;
use anyhow::{Context, Result};
use course::Exercise;
use std::path::Path;
use std::process::ExitCode;

impl Place {
    /// Puts the starting code back. That lies in `solutions`, so it needs no git, whatever was committed.
    pub(super) fn reset(&self, exercise: &Exercise) -> Result<ExitCode> {
        let words = &self.language.words().commands;
        let path = code_path(exercise);
        let start = read(&exercise.start())?;
        let code = std::fs::read(exercise.code()).ok(); // A file that was removed comes back as well.
        if code.is_some() && exercise.is_untouched().unwrap_or(false) {
            return self.say(&format!("{}\n", (words.untouched)(&path)));
        }
        let mut text = String::new();
        if let Some(code) = code {
            let attempts = self.record.attempts(exercise);
            let kept = attempts.keep(&code)?;
            text = (words.kept)(&self.shown(&kept.path)) + "\n";
        }
        replace(&exercise.code(), &start)?;
        self.say(&format!("{text}{}\n", (words.restored)(&path)))
    }

    pub(super) fn undo(&self, exercise: &Exercise) -> Result<ExitCode> {
        let words = &self.language.words().commands;
        let attempts = self.record.attempts(exercise);
        let code = std::fs::read(exercise.code()).ok();
        // The starting code is not what one wants to go back from: then it is the newest of all.
        let before = match &code {
            Some(code) if exercise.is_untouched().unwrap_or(false) => attempts
                .list()
                .into_iter()
                .rfind(|it| read(&it.path).is_ok_and(|kept| kept != *code)),
            Some(code) => attempts.before(code),
            None => attempts.list().pop(),
        };
        let Some(before) = before else {
            self.say(&format!("{}\n", words.nothing_before))?;
            return Ok(ExitCode::FAILURE);
        };
        let mut text = String::new();
        if let Some(code) = code {
            text = (words.kept)(&self.shown(&attempts.keep(&code)?.path)) + "\n";
        }
        replace(&exercise.code(), &read(&before.path)?)?;
        let number = before.number.to_string();
        self.say(&format!("{text}{}\n", (words.undone)(&code_path(exercise), &number)))
    }

    pub(super) fn history(&self, exercise: &Exercise) -> Result<ExitCode> {
        let words = &self.language.words().commands;
        let attempts = self.record.attempts(exercise).list();
        if attempts.is_empty() {
            return self.say(&format!("{}\n", (words.no_attempt)(&exercise.name)));
        }
        let now = std::fs::read(exercise.code()).unwrap_or_default();
        let rows = attempts.iter().map(|attempt| {
            let code = read(&attempt.path).unwrap_or_default();
            let modified = attempt.path.metadata().and_then(|file| file.modified()).ok();
            let age = modified.and_then(|time| time.elapsed().ok()).unwrap_or_default();
            vec![
                attempt.number.to_string(),
                (words.ago)(Age::of(age.as_secs())),
                (words.lines)(code.split(|byte| *byte == b'\n').count().saturating_sub(1)),
                self.shown(&attempt.path),
                if code == now { words.current.to_owned() } else { String::new() },
            ]
        });
        self.say(&columns(&rows.collect::<Vec<_>>()))
    }

    /// A path as seen from the folder of the workbook.
    pub(super) fn shown(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).display().to_string()
    }
}

fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path)
        .with_context(|| format!("cannot read {}; restore it from git", path.display()))
}
