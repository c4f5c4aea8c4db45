//! The verdict on the newest save.

use crate::check::{self, Step, Verdict};
use crate::latest::latest;
use anyhow::{Context, Result};
use course::{Course, Exercise};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::watch;
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
    /// The exercise to go on with, if one was not yet green while this command ran.
    pub(crate) next: Option<Exercise>,
}

/// Chapter and name of the exercise whose code is `path`.
pub(crate) fn exercise_of(root: &Path, path: &Path) -> Option<(String, String)> {
    let path = path.strip_prefix(root.join("exercises")).ok()?;
    let mut names = path.iter().map(|name| name.to_str());
    let (chapter, name, src) = (names.next()??, names.next()??, names.next()??);
    (src == "src" && path.extension()? == "rs").then(|| (chapter.to_owned(), name.to_owned()))
}

/// Checks the exercise that is `wanted`, and again whenever it is wanted anew, until `stop`.
pub(crate) async fn run(
    root: PathBuf,
    coloured: bool,
    wanted: watch::Receiver<(String, String)>,
    state: watch::Sender<State>,
    stop: CancellationToken,
) {
    let green = Mutex::new(BTreeSet::new());
    let (root, state, green) = (&root, &state, &green);
    latest(wanted, stop, |(chapter, name), outdated| async move {
        match one(root, coloured, &chapter, &name, state, green, &outdated).await {
            Ok(Some(report)) => drop(state.send(State::Checked(Arc::new(report)))),
            Ok(None) => {} // A newer one is on its way.
            Err(error) => drop(state.send(State::Failed(format!("{error:#}")))),
        }
    })
    .await;
}

async fn one(
    root: &Path,
    coloured: bool,
    chapter: &str,
    name: &str,
    state: &watch::Sender<State>,
    green: &Mutex<BTreeSet<String>>,
    outdated: &CancellationToken,
) -> Result<Option<Report>> {
    let course = Course::read(root)?;
    let exercise = course
        .exercises()
        .find(|exercise| exercise.chapter == chapter && exercise.name == name)
        .with_context(|| format!("book/en/SUMMARY.md does not list {chapter}/{name}; add it"))?
        .clone();
    state.send_modify(|state| *state = checking(&exercise, Step::Compiling));
    let step = |step| {
        state.send_if_modified(|state| {
            let is_news = !matches!(state, State::Checking { step: old, .. } if *old == step);
            if is_news {
                *state = checking(&exercise, step);
            }
            is_news
        });
    };
    let Some(verdict) = check::check(root, &exercise, coloured, outdated, step).await? else {
        return Ok(None);
    };
    let mut green = green.lock().unwrap_or_else(PoisonError::into_inner);
    if verdict.is_green() {
        green.insert(exercise.slug());
    } else {
        green.remove(&exercise.slug());
    }
    // First those that come after this one: earlier ones were solved another day, or skipped.
    let is_this = |other: &&Exercise| other.slug() == exercise.slug();
    let after = course.exercises().skip_while(|other| !is_this(other));
    let next = after
        .chain(course.exercises())
        .find(|other| !is_this(other) && !green.contains(&other.slug()))
        .cloned();
    Ok(Some(Report { exercise, verdict, next }))
}

fn checking(exercise: &Exercise, step: Step) -> State {
    State::Checking { exercise: exercise.clone(), step, since: Instant::now() }
}
