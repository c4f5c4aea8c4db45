//! The whole life of the command: what runs, and in which order it ends.

use crate::book::{self, Book};
use crate::checks::{self, State};
use crate::latest::latest;
use crate::print::Printer;
use crate::serve::{self, Connections};
use crate::signals::Signals;
use crate::style::Style;
use crate::watch::{Tree, watch};
use anyhow::{Context, Result, bail};
use course::Course;
use std::future::Future;
use std::path::PathBuf;
use std::time::Duration;
use tokio::select;
use tokio::sync::watch as channel;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

/// How the session ended.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    InOrder,
    /// Asked twice to stop: what still runs ends with the runtime.
    Forced,
}

/// Runs until the learner stops it.
///
/// # Errors
///
/// It could not begin, or a part of it ended by itself.
pub(crate) async fn run(root: PathBuf, port: Option<u16>, style: Style) -> Result<Ending> {
    let mut signals = Signals::new()?; // Before there is anything to clean up.
    let course = Course::read(&root)?;
    let first = course.exercises().next().context("book/en/SUMMARY.md lists no exercise yet")?;
    let listener = serve::bind(port).await?;
    let port = listener.local_addr().context("the listener has no address")?.port();
    let printer = Printer::new(style, port);
    printer.welcome(&course)?;

    let (want, wanted) = channel::channel((first.chapter.clone(), first.name.clone()));
    let (tell, state) = channel::channel(State::Starting);
    let (page_changed, pages) = channel::channel(());
    let (publish, book) = channel::channel(Book::default());

    let mut intake = Stage::new();
    let connections = Connections::default();
    intake.run(serve::accept(listener, book.clone(), connections.clone(), intake.stop()));
    let exercises = Tree::new(root.join("exercises"));
    let (stop, folder) = (intake.stop(), root.clone());
    intake.run(watch(exercises, Duration::from_millis(100), stop, move |paths| {
        if let Some(exercise) = paths.iter().find_map(|path| checks::exercise_of(&folder, path)) {
            want.send_replace(exercise);
        }
    }));
    let sources = Tree::new(root.join("book"));
    let stop = intake.stop();
    intake.run(watch(sources, Duration::from_millis(500), stop, move |_| {
        page_changed.send_replace(());
    }));

    let mut work = Stage::new();
    let (stop, folder) = (work.stop(), root.clone());
    work.run(async move {
        checks::run(folder, style.coloured, wanted, tell, stop).await;
        Ok(())
    });
    let stop = work.stop();
    work.run(async move {
        let (root, publish) = (&root, &publish);
        latest(pages, stop, |(), outdated| async move {
            let dest = publish.borrow().next(root, port);
            match book::build(root, &dest, &outdated).await {
                Ok(true) => drop(publish.send(Book { folder: Some(dest), problem: None })),
                Ok(false) => {} // A newer one is on its way.
                Err(error) => publish.send_modify(|book| book.problem = Some(format!("{error:#}"))),
            }
        })
        .await;
        Ok(())
    });

    // Ends when nobody is left who could say anything.
    let mut printing = Stage::new();
    printing.run(printer.run(state, book));

    let trouble = select! {
        () = signals.next() => Ok(()),
        trouble = intake.trouble() => trouble,
        trouble = work.trouble() => trouble,
        trouble = printing.trouble() => trouble,
    };
    let order = async {
        // Nothing new comes in; then what runs is stopped, and its processes with it; then whoever
        // still reads is let go; and the last word is printed.
        let mut result = trouble;
        result = result.and(intake.end().await);
        result = result.and(work.end().await);
        connections.close().await;
        result.and(printing.end().await)
    };
    select! {
        result = order => result.map(|()| Ending::InOrder),
        () = signals.next() => Ok(Ending::Forced),
    }
}

/// Tasks that end together.
struct Stage {
    stop: CancellationToken,
    tasks: JoinSet<Result<()>>,
}

impl Stage {
    fn new() -> Stage {
        Stage { stop: CancellationToken::new(), tasks: JoinSet::new() }
    }

    fn stop(&self) -> CancellationToken {
        self.stop.clone()
    }

    fn run(&mut self, task: impl Future<Output = Result<()>> + Send + 'static) {
        self.tasks.spawn(task);
    }

    /// Waits for a task to end although nobody told it to.
    async fn trouble(&mut self) -> Result<()> {
        match self.tasks.join_next().await {
            Some(ended) => ended.context("a task panicked")?,
            None => bail!("a stage without a task"),
        }
    }

    /// Tells every task to end, and waits until it has.
    async fn end(&mut self) -> Result<()> {
        self.stop.cancel();
        let mut result = Ok(());
        while let Some(ended) = self.tasks.join_next().await {
            result = result.and(ended.context("a task panicked").flatten());
        }
        result
    }
}
