use super::Place;
use anyhow::{Context, Result};
use course::Exercise;
use std::io::{BufRead as _, IsTerminal as _, Write as _};
use std::process::ExitCode;

impl Place {
    /// The answer, for those who have one of their own or insist.
    pub(super) fn solution(&self, exercise: &Exercise, yes: bool) -> Result<ExitCode> {
        let words = &self.language.words().commands;
        if !yes && !self.record.progress().has(exercise) {
            eprintln!("{}", (words.not_green)(&exercise.name));
            if !std::io::stdin().is_terminal() {
                eprintln!("{}", words.needs_yes);
                return Ok(ExitCode::FAILURE);
            }
            if !ask(words.show_anyway)? {
                return Ok(ExitCode::FAILURE);
            }
        }
        let path = exercise.answer();
        let answer = std::fs::read_to_string(&path)
            .with_context(|| format!("cannot read {}; restore it from git", path.display()))?;
        self.say(&format!("{}\n\n{answer}", self.shown(&path)))
    }
}

/// Whether the answer begins like a yes. An input that has ended is a no.
fn ask(question: &str) -> Result<bool> {
    eprint!("{question} ");
    let _ = std::io::stderr().flush();
    let mut answer = String::new();
    std::io::stdin().lock().read_line(&mut answer).context("cannot read the answer")?;
    let answer = answer.trim().to_lowercase();
    Ok(["y", "д", "は", "是"].iter().any(|yes| answer.starts_with(yes)))
}
