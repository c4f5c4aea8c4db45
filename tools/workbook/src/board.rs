//! What the page of an exercise shows, as the one snapshot that readers get.

use crate::check::Verdict;
use crate::record::Progress;
use crate::report::explain;
use crate::rule::{Outcome, Rule};
use crate::words::Words;
use course::{Course, Exercise};
use miniserde::{Serialize, json};
use std::collections::BTreeMap;

#[derive(Debug, Clone, Default)]
pub(crate) struct Board {
    order: Vec<String>,
    /// The exercise to go on with.
    next: Option<String>,
    exercises: BTreeMap<String, Card>,
}

/// What is known of one exercise.
#[derive(Debug, Clone, Default)]
struct Card {
    /// Green now, or once.
    done: bool,
    checking: bool,
    /// Of the newest check.
    green: Option<bool>,
    compiles: Option<bool>,
    rules: Vec<Line>,
    message: String,
}

/// A rule, as a page gets it.
#[derive(Debug, Clone, Serialize)]
struct Line {
    sentence: String,
    outcome: &'static str,
}

/// What a page gets.
#[derive(Serialize)]
struct Shown<'a> {
    order: &'a [String],
    next: &'a Option<String>,
    exercises: BTreeMap<&'a str, ShownCard<'a>>,
}

#[derive(Serialize)]
struct ShownCard<'a> {
    state: &'static str,
    done: bool,
    compiles: bool,
    rules: &'a [Line],
    message: &'a str,
}

/// The longest message that a page gets, in bytes: the whole of it is in the terminal.
const MESSAGE: usize = 20_000;

impl Board {
    /// Takes over the course as it is now; what is known stays.
    pub(crate) fn order(&mut self, course: &Course, progress: &Progress, current: &Exercise) {
        self.order = course.exercises().map(Exercise::slug).collect();
        let mut old = std::mem::take(&mut self.exercises);
        for exercise in course.exercises() {
            let mut card = old.remove(&exercise.slug()).unwrap_or_default();
            card.done = progress.has(exercise);
            self.exercises.insert(exercise.slug(), card);
        }
        self.next = progress.next(course, Some(current)).map(Exercise::slug);
    }

    pub(crate) fn check(&mut self, exercise: &Exercise, begins: bool) {
        self.exercises.entry(exercise.slug()).or_default().checking = begins;
    }

    pub(crate) fn checked(&mut self, exercise: &Exercise, verdict: &Verdict, words: &Words) {
        let card = self.exercises.entry(exercise.slug()).or_default();
        card.green = Some(verdict.is_green());
        card.checking = false;
        match verdict {
            Verdict::DoesNotCompile(said) => {
                card.compiles = Some(false);
                card.rules = Vec::new();
                card.message = plain(said);
            }
            Verdict::Checked { rules, .. } => {
                card.compiles = Some(true);
                let line = |rule: &Rule| Line {
                    sentence: rule.sentence(),
                    outcome: outcome(&rule.outcome),
                };
                card.rules = rules.iter().map(line).collect();
                let failing = rules.iter().find(|rule| !rule.holds());
                card.message = failing.map(|rule| plain(&explain(rule, words))).unwrap_or_default();
            }
        }
    }

    pub(crate) fn json(&self) -> String {
        let cards = self.exercises.iter().map(|(slug, card)| (slug.as_str(), card.shown()));
        let (order, next, exercises) = (&self.order, &self.next, cards.collect());
        json::to_string(&Shown { order, next, exercises })
    }
}

impl Card {
    fn shown(&self) -> ShownCard<'_> {
        let state = match (self.checking, self.green) {
            (true, _) => "checking",
            (false, Some(true)) => "green",
            (false, Some(false)) => "red",
            (false, None) if self.done => "green",
            (false, None) => "not_started",
        };
        let compiles = self.compiles.unwrap_or(true);
        let Card { done, rules, message, .. } = self;
        ShownCard { state, done: *done, compiles, rules, message }
    }
}

fn outcome(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Holds => "holds",
        Outcome::Fails => "fails",
        Outcome::KeepsTheThread => "keeps_the_thread",
        Outcome::NeverEnds { .. } => "never_ends",
        Outcome::PrintsTooMuch => "prints_too_much",
        Outcome::Crashes(_) => "crashes",
    }
}

/// Without the colours and links that a terminal understands, and no longer than anybody reads.
fn plain(words: &str) -> String {
    let mut text = String::new();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('\x1b') {
        text.push_str(before);
        rest = match after.as_bytes().first() {
            Some(b'[') => {
                let end = after.find(|c: char| ('\x40'..='\x7e').contains(&c) && c != '[');
                end.map_or("", |end| &after[end + 1..])
            }
            // A link ends with a bell or with another escape and a backslash.
            Some(b']') => match after.find(['\x07', '\x1b']) {
                Some(end) => after[end + 1..].trim_start_matches('\\'),
                None => "",
            },
            _ => after,
        };
    }
    text.push_str(rest);
    let end = (0..=MESSAGE.min(text.len())).rfind(|end| text.is_char_boundary(*end));
    text.truncate(end.unwrap_or(0));
    text.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_has_nothing_for_terminals_and_an_end() {
        assert_eq!(
            plain("\x1b[1;31merror\x1b[0m: \x1b]8;;http://x\x1b\\E1\x1b]8;;\x07.\n"),
            "error: E1."
        );
        assert_eq!(plain("\x1b["), "");
        assert_eq!(plain("\x1b"), "");
        assert_eq!(plain(&"火".repeat(MESSAGE)).len(), MESSAGE / 3 * 3);
    }
}
