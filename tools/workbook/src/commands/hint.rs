use super::Place;
use crate::markdown;
use anyhow::Result;
use course::{Exercise, Page};
use std::fmt::Write as _;
use std::process::ExitCode;

/// How wide a hint may be: a terminal has 80 columns.
const WIDTH: usize = 78;

impl Place {
    /// The hint after the one that was shown last, or the one with a number.
    pub(super) fn hint(&self, exercise: &Exercise, number: Option<usize>) -> Result<ExitCode> {
        let words = &self.language.words().commands;
        let page = Page::read(&exercise.page(self.language.folder()))
            .or_else(|_| Page::read(&exercise.page("en")))?;
        let all = page.hints.len();
        if all == 0 {
            return self.say(&format!("{}\n", (words.no_hint)(&exercise.name)));
        }
        let shown = self.record.hints(exercise);
        let number = number.unwrap_or(shown + 1).clamp(1, all);
        let mut text = format!("{}\n\n", self.style.bold(&exercise.title));
        let _ = writeln!(text, "{}\n", (words.hint)(number, all));
        let _ = writeln!(text, "{}\n", markdown::plain(&page.hints[number - 1], WIDTH));
        text.push_str(if number == all { words.last_hint } else { words.next_hint });
        text.push('\n');
        if let Err(error) = self.record.hinted(exercise, number.max(shown)) {
            let why = format!("{error:#}");
            let _ = writeln!(text, "{}", (self.language.words().session.unsaved)(&why));
        }
        self.say(&text)
    }
}
