//! A verdict in words: plain lines, the rules first, then what the first failing one has to say.

use crate::cause;
use crate::check::Verdict;
use crate::checks::Report;
use crate::columns::wrapped;
use crate::fault;
use crate::language::Language;
use crate::rule::{LIMIT, Outcome, Rule};
use crate::style::Style;
use crate::words::Words;
use course::Exercise;
use std::fmt::Write as _;

/// Of a terminal of 80 columns, what is left after the indentation.
const WIDTH: usize = 74;

/// How to say it.
#[derive(Debug, Clone)]
pub(crate) struct Voice {
    pub(crate) style: Style,
    pub(crate) words: &'static Words,
    /// Of the book, if it is being served.
    pub(crate) address: Option<Address>,
}

/// Where a page can be read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Address {
    pub(crate) port: u16,
    pub(crate) language: Language,
}

impl Address {
    /// The book's first page in the learner's language.
    pub(crate) fn book(self) -> String {
        // English is at the book's root.
        let folder = Some(self.language.folder()).filter(|folder| *folder != "en");
        let folder = folder.map_or_else(String::new, |folder| format!("{folder}/"));
        format!("http://127.0.0.1:{}/{folder}", self.port)
    }

    /// The exercise's page; in English, if nobody has translated it yet.
    pub(crate) fn page(self, exercise: &Exercise) -> String {
        let translated = exercise.page(self.language.folder()).exists();
        let language = if translated { self.language } else { Language::English };
        format!("{}{}.html", Address { language, ..self }.book(), exercise.slug())
    }
}

impl Voice {
    pub(crate) fn report(&self, report: &Report) -> String {
        let exercise = &report.exercise;
        let mut text = format!("\n{}  {}\n", self.style.bold(&exercise.title), code(exercise));
        match &report.verdict {
            Verdict::DoesNotCompile(words) => {
                let sentence = self.words.verdict.does_not_compile;
                let _ = write!(text, "\n{}\n\n{sentence}\n", words.trim_end());
            }
            Verdict::Checked { rules, warnings } => {
                for rule in rules {
                    let _ = writeln!(text, "  {}", self.line(rule));
                }
                if let Some(rule) = rules.iter().find(|rule| !rule.holds()) {
                    for part in parts(rule, self.words, WIDTH) {
                        let _ = write!(text, "\n{}", indented(&part));
                    }
                    if !warnings.is_empty() {
                        let _ = write!(text, "\n{}\n", warnings.trim_end());
                    }
                }
            }
        }
        text.push('\n');
        text.push_str(&self.closing(report));
        if let Some(why) = &report.unsaved {
            let _ = write!(text, "\n{}\n", (self.words.session.unsaved)(why));
        }
        text
    }

    fn line(&self, rule: &Rule) -> String {
        let words = &self.words.verdict;
        let remark = match rule.outcome {
            Outcome::Holds | Outcome::Fails => "",
            Outcome::KeepsTheThread => words.kept_the_thread,
            Outcome::NeverEnds { .. } => words.never_finished,
            Outcome::PrintsTooMuch => words.printed_too_much,
            Outcome::Crashes(_) => words.ended_the_process,
        };
        let line = format!("{} {} {remark}", self.style.mark(rule.holds()), rule.sentence());
        line.trim_end().to_owned()
    }

    fn closing(&self, report: &Report) -> String {
        let words = &self.words.verdict;
        if !report.verdict.is_green() {
            return match (&report.verdict, &self.address) {
                (Verdict::Checked { rules, .. }, _) if rules.is_empty() => {
                    format!("{}\n", words.no_rule)
                }
                (_, Some(address)) => (words.task)(&address.page(&report.exercise)) + "\n",
                (_, None) => (words.hint)(&report.exercise.name) + "\n",
            };
        }
        let green = self.style.green(words.all_hold);
        match &report.next {
            Some(next) => format!("{green} {}\n", (words.next)(&next.title, &code(next))),
            None => format!("{green} {}\n", words.nothing_left),
        }
    }
}

/// What a rule that does not hold has to say.
pub(crate) fn explain(rule: &Rule, words: &Words) -> String {
    parts(rule, words, usize::MAX).join("\n\n")
}

/// In the learner's language, no wider than `width`, why it came to no end of its own and what its fault
/// means; then its own words.
fn parts(rule: &Rule, words: &Words, width: usize) -> Vec<String> {
    let said = said(rule);
    let card = words.faults.as_ref().and_then(|faults| fault::card(&said, faults));
    let reason = wrapped(&reason(rule, words), width);
    let mut parts = vec![reason, wrapped(card.unwrap_or_default(), width), said];
    parts.retain(|part| !part.is_empty());
    parts
}

/// Why it came to no end of its own, a sentence to a line.
fn reason(rule: &Rule, words: &Words) -> String {
    let hang = &words.hang;
    match rule.outcome {
        Outcome::Holds | Outcome::Fails | Outcome::KeepsTheThread => String::new(),
        Outcome::NeverEnds { busy } => {
            let why = busy.map(|busy| if busy { hang.spinning } else { hang.asleep });
            format!("{}\n{}", (hang.killed_after)(LIMIT.as_secs()), why.unwrap_or_default())
        }
        Outcome::PrintsTooMuch => hang.flooded.to_owned(),
        Outcome::Crashes(status) => cause::sentence(status, &rule.words, hang),
    }
}

/// Its own words. Endless output says nothing new after a few lines.
fn said(rule: &Rule) -> String {
    let lines = if rule.outcome == Outcome::PrintsTooMuch { 5 } else { usize::MAX };
    rule.words.lines().take(lines).collect::<Vec<_>>().join("\n")
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}").trim_end().to_owned() + "\n").collect()
}

/// The learner's file, as seen from the folder of the workbook.
pub(crate) fn code(exercise: &Exercise) -> String {
    format!("exercises/{}/src/lib.rs", exercise.slug())
}

#[cfg(test)]
mod tests {
    use super::*;
    use course::Course;
    use std::fs;

    #[test]
    fn a_page_that_is_not_translated_is_read_in_english() {
        let root = tempfile::tempdir().unwrap();
        let book = root.path().join("book");
        fs::create_dir_all(book.join("en")).unwrap();
        fs::create_dir_all(book.join("ja/01_a")).unwrap();
        fs::write(book.join("en/SUMMARY.md"), "[A](01_a/index.md)\n[B](01_a/b.md)\n[C](01_a/c.md)")
            .unwrap();
        fs::write(book.join("ja/01_a/b.md"), "# B\n").unwrap();
        let course = Course::read(root.path()).unwrap();
        let address = Address { port: 3000, language: Language::Japanese };
        let pages: Vec<String> = course.exercises().map(|one| address.page(one)).collect();
        assert_eq!(
            pages,
            ["http://127.0.0.1:3000/ja/01_a/b.html", "http://127.0.0.1:3000/01_a/c.html"]
        );
    }
}
