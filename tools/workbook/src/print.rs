//! What the terminal shows: plain lines from top to bottom, nothing that moves or is wiped away.

use crate::book::Book;
use crate::check::Step;
use crate::checks::State;
use crate::columns::columns;
use crate::record::Progress;
use crate::report::{Address, Voice, code};
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

impl Voice {
    /// What there is, and how to begin with `first`.
    pub(crate) fn welcome(&self, course: &Course, progress: &Progress, first: &Exercise) -> String {
        let words = &self.words.session;
        let address = self.address.map(Address::book).unwrap_or_default();
        let mut text = format!("{}\n", (words.book_in_work)(&address));
        text.push_str(&self.list(course, progress));
        if progress.has(first) {
            let _ = write!(text, "\n{}\n", words.all_done);
        } else {
            let path = self.style.bold(&code(first));
            let _ = write!(text, "\n{}\n", (words.open_and_save)(&path));
        }
        text
    }

    /// All exercises, with a mark at those that are done.
    pub(crate) fn list(&self, course: &Course, progress: &Progress) -> String {
        let mut text = String::new();
        for (place, chapter) in course.chapters().iter().enumerate() {
            let _ = write!(text, "\n{}\n", self.style.bold(&chapter.title));
            let rows = chapter.exercises.iter().enumerate().map(|(number, exercise)| {
                let mark = if progress.has(exercise) { self.style.mark(true) } else { " ".into() };
                let number = format!("{}.{}", place + 1, number + 1);
                vec![mark, number, exercise.title.clone(), exercise.name.clone()]
            });
            text.push_str(&columns(&rows.collect::<Vec<_>>()));
        }
        let all = course.exercises().count();
        let done = course.exercises().filter(|exercise| progress.has(exercise)).count();
        let _ = write!(text, "\n{}\n", (self.words.commands.done)(done, all));
        text
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
                    self.waiting(&state.borrow())
                }
            };
            show(&text)?;
        }
    }

    fn state(&self, state: &State) -> String {
        match state {
            State::Starting | State::Checking { .. } => String::new(),
            State::Checked(report) => self.report(report),
            State::Failed(why) => {
                format!("\n{} {why}\n", self.style.red(self.words.session.error))
            }
        }
    }

    fn book(&self, book: &Book) -> String {
        let words = &self.words.session;
        let address = self.address.map(Address::book).unwrap_or_default();
        match (&book.problem, &book.folder) {
            (Some(problem), _) => {
                let error = self.style.red(words.error);
                format!("\n{error} {}\n{problem}\n", words.book_failed)
            }
            (None, Some(_)) => format!("\n{}\n", (words.book_ready)(&address)),
            (None, None) => String::new(),
        }
    }

    pub(crate) fn waiting(&self, state: &State) -> String {
        let State::Checking { exercise, step, .. } = state else { return String::new() };
        format!("{}: {}\n", exercise.title, self.step(*step))
    }

    pub(crate) fn step(&self, step: Step) -> &'static str {
        let words = &self.words.session;
        match step {
            Step::Compiling => words.compiling,
            Step::Waiting => words.waiting,
            Step::Running => words.running,
        }
    }
}

/// # Errors
///
/// Nobody reads.
pub(crate) fn show(text: &str) -> Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        // Whoever closed the pipe has seen enough; it is for the session to end.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Err(error).context("nobody reads"),
        result => result.context("cannot print"),
    }
}
