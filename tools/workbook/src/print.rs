//! What the terminal shows: plain lines from top to bottom, nothing that moves or is wiped away.

use crate::book::Book;
use crate::check::{Step, Verdict};
use crate::checks::{Report, State};
use crate::rule::{LIMIT, Outcome, Rule};
use crate::style::Style;
use anyhow::{Context, Result};
use course::{Course, Exercise};
use std::fmt::Write as _;
use std::io::{ErrorKind, Write as _};
use std::time::Duration;
use tokio::select;
use tokio::sync::watch;
use tokio::time::sleep_until;

/// After this time without a verdict the learner is told what is going on.
const PATIENCE: Duration = Duration::from_secs(1);

pub(crate) struct Printer {
    style: Style,
    address: String,
}

impl Printer {
    pub(crate) fn new(style: Style, port: u16) -> Printer {
        Printer { style, address: format!("http://127.0.0.1:{port}") }
    }

    /// What there is, and how to begin.
    ///
    /// # Errors
    ///
    /// Nobody reads.
    pub(crate) fn welcome(&self, course: &Course) -> Result<()> {
        let mut text = format!("The book: {} (it is being built)\n", self.address);
        for chapter in course.chapters() {
            let _ = write!(text, "\n{}\n", self.style.bold(&chapter.title));
            for exercise in &chapter.exercises {
                let _ = writeln!(text, "  {}  {}", exercise.slug(), exercise.title);
            }
        }
        if let Some(first) = course.exercises().next() {
            let path = self.style.bold(&code(first));
            let _ = write!(text, "\nOpen {path} in your editor and save it. Ctrl-C stops.\n");
        }
        show(&text)
    }

    /// Prints what there is to say until nobody is left to say it.
    ///
    /// # Errors
    ///
    /// Nobody reads.
    pub(crate) async fn run(
        self,
        mut state: watch::Receiver<State>,
        mut book: watch::Receiver<Book>,
    ) -> Result<()> {
        let mut told = None;
        loop {
            // When the running step began, if it is worth a line once it takes long.
            let pending = match &*state.borrow() {
                State::Checking { since, .. } if self.style.live => Some(*since),
                _ => None,
            }
            .filter(|since| told != Some(*since));
            let late = async {
                match pending {
                    Some(since) => sleep_until(since + PATIENCE).await,
                    None => std::future::pending().await,
                }
            };
            let text = select! {
                changed = state.changed() => match changed {
                    Ok(()) => self.state(&state.borrow_and_update()),
                    Err(_) => return Ok(()),
                },
                Ok(()) = book.changed() => self.book(&book.borrow_and_update()),
                () = late => {
                    told = pending;
                    waiting(&state.borrow())
                }
            };
            show(&text)?;
        }
    }

    fn state(&self, state: &State) -> String {
        match state {
            State::Starting | State::Checking { .. } => String::new(),
            State::Checked(report) => self.report(report),
            State::Failed(why) => format!("\n{} {why}\n", self.style.red("error:")),
        }
    }

    fn book(&self, book: &Book) -> String {
        match (&book.problem, &book.folder) {
            (Some(problem), _) => format!(
                "\n{} the book could not be built; the exercises work without it.\n{problem}\n",
                self.style.red("error:")
            ),
            (None, Some(_)) => format!("\nThe book is ready: {}\n", self.address),
            (None, None) => String::new(),
        }
    }

    fn report(&self, report: &Report) -> String {
        let exercise = &report.exercise;
        let mut text = format!("\n{}  {}\n", self.style.bold(&exercise.title), code(exercise));
        match &report.verdict {
            Verdict::DoesNotCompile(words) => {
                let _ = write!(text, "\n{}\n\nIt does not compile yet.\n", words.trim_end());
            }
            Verdict::Checked { rules, warnings } => {
                for rule in rules {
                    let _ =
                        writeln!(text, "  {} {}{}", self.mark(rule), rule.sentence(), remark(rule));
                }
                if let Some(rule) = rules.iter().find(|rule| !rule.holds()) {
                    let _ = write!(text, "\n{}", indented(&explain(rule)));
                    if !warnings.is_empty() {
                        let _ = write!(text, "\n{}\n", warnings.trim_end());
                    }
                }
            }
        }
        text.push('\n');
        text.push_str(&self.closing(report));
        text
    }

    fn mark(&self, rule: &Rule) -> String {
        match (rule.holds(), self.style.unicode) {
            (true, true) => self.style.green("✔"),
            (true, false) => self.style.green("ok  "),
            (false, true) => self.style.red("✘"),
            (false, false) => self.style.red("FAIL"),
        }
    }

    fn closing(&self, report: &Report) -> String {
        let Exercise { chapter, name, .. } = &report.exercise;
        if !report.verdict.is_green() {
            return match &report.verdict {
                Verdict::Checked { rules, .. } if rules.is_empty() => {
                    "There is no rule to check; put `#[cfg(test)] mod check;` back.\n".to_owned()
                }
                _ => format!("The task and its hints: {}/{chapter}/{name}.html\n", self.address),
            };
        }
        let green = self.style.green("All rules hold.");
        match &report.next {
            Some(next) => format!("{green} Next: {}  {}\n", next.title, code(next)),
            None => format!("{green} So do those of every other exercise.\n"),
        }
    }
}

/// What is special about a rule that does not simply hold or fail.
fn remark(rule: &Rule) -> &'static str {
    match rule.outcome {
        Outcome::Holds | Outcome::Fails => "",
        Outcome::KeepsTheThread => " (kept the thread)",
        Outcome::NeverEnds => " (never finished)",
        Outcome::PrintsTooMuch => " (printed too much)",
        Outcome::Crashes(_) => " (ended the process)",
    }
}

fn explain(rule: &Rule) -> String {
    let seconds = LIMIT.as_secs();
    let what = match rule.outcome {
        Outcome::Holds | Outcome::Fails | Outcome::KeepsTheThread => String::new(),
        Outcome::NeverEnds => format!("It never finished, and was killed after {seconds} s.\n"),
        Outcome::PrintsTooMuch => {
            "It printed more than 1 MB, and was killed. This is how it began:\n".to_owned()
        }
        Outcome::Crashes(status) => format!("It ended the test's whole process ({status}).\n"),
    };
    // Endless output says nothing new after a few lines.
    let lines = if rule.outcome == Outcome::PrintsTooMuch { 5 } else { usize::MAX };
    let words: Vec<&str> = rule.words.lines().take(lines).collect();
    what + &words.join("\n")
}

fn waiting(state: &State) -> String {
    let State::Checking { exercise, step, .. } = state else { return String::new() };
    let what = match step {
        Step::Compiling => "compiling ...",
        Step::Waiting => "waiting for another cargo (your editor is checking) ...",
        Step::Running => "running the check ...",
    };
    format!("{}: {what}\n", exercise.title)
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}\n")).collect()
}

/// The learner's file, as seen from the folder of the workbook.
fn code(exercise: &Exercise) -> String {
    format!("exercises/{}/src/lib.rs", exercise.slug())
}

fn show(text: &str) -> Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        // Whoever closed the pipe has seen enough; it is for the session to end.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Err(error).context("nobody reads"),
        result => result.context("cannot print"),
    }
}
