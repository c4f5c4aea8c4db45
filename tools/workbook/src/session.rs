//! The whole life of the command: what runs, and in which order it ends.

use crate::board::Board;
use crate::book::{self, Book};
use crate::checks::{self, Checks, State};
use crate::commands::Place;
use crate::latest::latest;
use crate::print::show;
use crate::report::{Address, Voice};
use crate::serve::{self, Connections, Served};
use crate::signals::Signals;
use crate::stage::Stage;
use crate::watch::{Tree, watch};
use anyhow::{Context, Result};
use std::sync::atomic::AtomicBool;
use std::time::Duration;
use tokio::select;
use tokio::sync::watch as channel;
use tokio::time::sleep;
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
pub(crate) async fn run(place: Place, port: Option<u16>) -> Result<Ending> {
    let mut signals = Signals::new()?; // Before there is anything to clean up.
    let Place { root, course, record, language, style } = place;
    let words = language.words();
    let progress = record.progress();
    let first = progress.next(&course, None).or_else(|| course.exercises().next());
    let first = first.context(words.session.no_exercise)?;
    let listener = serve::bind(port, words).await?;
    let port = listener.local_addr().context("the listener has no address")?.port();
    let voice = Voice { style, words, address: Some(Address { port, language }) };
    show(&voice.welcome(&course, &progress, first))?;
    // Held until the end. If it cannot be had at all, the first check says so.
    let turn = record.be_first();
    if matches!(turn, Ok(None)) {
        show(&format!("\n{}\n", words.session.second))?;
    }
    let unread = progress.unread(&course);
    if unread > 0 {
        show(&format!("\n{}\n", (words.session.unread)(".workbook/progress", unread)))?;
    }

    let (want, wanted) = channel::channel((first.chapter.clone(), first.name.clone()));
    let (tell, state) = channel::channel(State::Starting);
    let (page_changed, pages) = channel::channel(());
    let (publish, book) = channel::channel(Book::default());
    let mut known = Board::default();
    known.order(&course, &progress, first);
    let (announce, board) = channel::channel(known);

    let mut intake = Stage::new();
    let connections = Connections::default();
    let served = Served { book: book.clone(), board, words };
    intake.run(serve::accept(listener, served, connections.clone(), intake.stop()));
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
    let stop = work.stop();
    let checks = Checks {
        root: root.clone(),
        language,
        coloured: style.coloured,
        record,
        state: tell,
        board: announce,
        complained: AtomicBool::new(false),
    };
    work.run(async move {
        checks.run(wanted, stop).await;
        Ok(())
    });
    let (stop, verdicts) = (work.stop(), state.clone());
    work.run(async move {
        first_verdict(verdicts, &stop).await;
        let (root, publish) = (&root, &publish);
        latest(pages, stop, |(), outdated| async move {
            let dest = publish.borrow().next(root, port);
            match book::build(root, Some(&dest), &outdated).await {
                Ok(true) => drop(publish.send(Book::new(dest))),
                Ok(false) => {} // A newer one is on its way.
                Err(error) => publish.send_modify(|book| book.problem = Some(format!("{error:#}"))),
            }
        })
        .await;
        Ok(())
    });

    // Ends when nobody is left who could say anything.
    let mut printing = Stage::new();
    printing.run(voice.run(state, book));

    // ANCHOR: order
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
    // ANCHOR_END: order
}

/// Waits for the first check to be over. On a fresh clone it needs all processors for some seconds, and the
/// book, which needs them for half a minute, can wait for so long; but not for a cargo that never ends.
async fn first_verdict(mut state: channel::Receiver<State>, stop: &CancellationToken) {
    const LONGEST: Duration = Duration::from_secs(30);
    let over = |state: &State| !matches!(state, State::Starting | State::Checking { .. });
    select! {
        _ = state.wait_for(over) => {}
        () = sleep(LONGEST) => {}
        () = stop.cancelled() => {}
    }
}
