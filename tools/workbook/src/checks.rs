//! The verdict on the newest save.

use crate::board::Board;
use crate::check::{self, Step, Verdict};
use crate::language::Language;
use crate::latest::latest;
use crate::record::{Progress, Record};
use anyhow::{Context, Result};
use course::{Course, Exercise};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::watch;
use tokio::task::spawn_blocking;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

/// What is known at this moment.
#[derive(Debug, Clone)]
pub(crate) enum State {
    Starting,
    Checking {
        exercise: Exercise,
        step: Step,
        since: Instant,
    },
    Checked(Arc<Report>),
    /// The check itself could not be made.
    Failed(String),
}

#[derive(Debug)]
pub(crate) struct Report {
    pub(crate) exercise: Exercise,
    pub(crate) verdict: Verdict,
    /// The exercise to go on with, if there is one that was never green.
    pub(crate) next: Option<Exercise>,
    /// Why nothing could be written down.
    pub(crate) unsaved: Option<String>,
}

impl Report {
    /// Writes down what came out of a check, and says how things stand then. `kept` is what became of
    /// keeping the code.
    pub(crate) fn write_down(
        record: &Record,
        course: &Course,
        exercise: &Exercise,
        verdict: Verdict,
        kept: Result<()>,
    ) -> (Report, Progress) {
        let kept = if verdict.is_green() { kept.and(record.solved(exercise)) } else { kept };
        let progress = record.progress();
        let report = Report {
            exercise: exercise.clone(),
            verdict,
            next: progress.next(course, Some(exercise)).cloned(),
            unsaved: kept.err().map(|error| format!("{error:#}")),
        };
        (report, progress)
    }
}

/// Chapter and name of the exercise whose code is `path`.
pub(crate) fn exercise_of(root: &Path, path: &Path) -> Option<(String, String)> {
    let path = path.strip_prefix(root.join("exercises")).ok()?;
    let mut names = path.iter().map(|name| name.to_str());
    let (chapter, name, src) = (names.next()??, names.next()??, names.next()??);
    (src == "src" && path.extension()? == "rs").then(|| (chapter.to_owned(), name.to_owned()))
}

/// Checks exercises, tells what comes out, and writes it down.
#[derive(Debug)]
pub(crate) struct Checks {
    pub(crate) root: PathBuf,
    pub(crate) language: Language,
    pub(crate) coloured: bool,
    pub(crate) record: Record,
    pub(crate) state: watch::Sender<State>,
    pub(crate) board: watch::Sender<Board>,
    /// Whether it was said that nothing can be written down: once is enough.
    pub(crate) complained: AtomicBool,
}

impl Checks {
    /// Checks the exercise that is `wanted`, and again whenever it is wanted anew, until `stop`.
    pub(crate) async fn run(
        &self,
        wanted: watch::Receiver<(String, String)>,
        stop: CancellationToken,
    ) {
        latest(wanted, stop, |(chapter, name), outdated| async move {
            match self.find(&chapter, &name) {
                Ok((course, exercise)) => self.one(&course, &exercise, &outdated).await,
                Err(error) => self.fail(&error),
            }
        })
        .await;
    }

    /// Reads the course anew: it may have changed with a newer version of the workbook.
    fn find(&self, chapter: &str, name: &str) -> Result<(Course, Exercise)> {
        let course = Course::read(&self.root)?.titled(self.language.folder());
        let exercise = course
            .exercises()
            .find(|exercise| exercise.chapter == chapter && exercise.name == name)
            .with_context(|| format!("book/en/SUMMARY.md does not list {chapter}/{name}; add it"))?
            .clone();
        Ok((course, exercise))
    }

    async fn one(&self, course: &Course, exercise: &Exercise, outdated: &CancellationToken) {
        self.state.send_replace(checking(exercise, Step::Compiling));
        self.board.send_modify(|board| {
            board.order(course, &self.record.progress(), exercise);
            board.check(exercise, true);
        });
        // Beside the compiler, which takes longer.
        let (record, kept) = (self.record.clone(), exercise.clone());
        let keeping = spawn_blocking(move || keep(&record, &kept));
        let step = |step| {
            self.state.send_if_modified(|state| {
                let is_news = !matches!(state, State::Checking { step: old, .. } if *old == step);
                if is_news {
                    *state = checking(exercise, step);
                }
                is_news
            });
        };
        let checked = check::check(&self.root, exercise, self.coloured, outdated, &step).await;
        let kept = keeping.await.context("keeping an attempt panicked").flatten();
        match checked {
            Ok(Some(verdict)) => {
                let (mut report, progress) =
                    Report::write_down(&self.record, course, exercise, verdict, kept);
                self.board.send_modify(|board| {
                    board.checked(exercise, &report.verdict, self.language.words());
                    board.order(course, &progress, exercise);
                });
                if report.unsaved.is_some() && self.complained.swap(true, Ordering::Relaxed) {
                    report.unsaved = None;
                }
                self.state.send_replace(State::Checked(Arc::new(report)));
            }
            // A newer one is on its way, perhaps of another exercise.
            Ok(None) => self.board.send_modify(|board| board.check(exercise, false)),
            Err(error) => {
                self.board.send_modify(|board| board.check(exercise, false));
                self.fail(&error);
            }
        }
    }

    fn fail(&self, error: &anyhow::Error) {
        self.state.send_replace(State::Failed(format!("{error:#}")));
    }
}

/// Keeps the code as it is now, so that nothing is ever lost.
///
/// # Errors
///
/// The code cannot be read, or nothing can be written down.
pub(crate) fn keep(record: &Record, exercise: &Exercise) -> Result<()> {
    let path = exercise.code();
    let code = std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
    if code.trim_ascii().is_empty() {
        return Ok(()); // Some editors empty a file before they write it.
    }
    record.checked(exercise, &code).map(drop)
}

fn checking(exercise: &Exercise, step: Step) -> State {
    State::Checking { exercise: exercise.clone(), step, since: Instant::now() }
}
