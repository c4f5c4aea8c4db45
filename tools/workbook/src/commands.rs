//! What is not watching: each command does one thing and ends.

mod check;
mod code;
mod doctor;
mod hint;
mod solution;

use crate::arguments::Command;
use crate::book;
use crate::find::{Found, find};
use crate::language::Language;
use crate::print::show;
use crate::record::Record;
use crate::report::{Voice, code as code_path};
use crate::session::{self, Ending};
use crate::signals::Signals;
use crate::style::Style;
use anyhow::Result;
use course::{Course, Exercise};
use std::error::Error;
use std::fmt;
use std::path::PathBuf;
use std::pin::pin;
use std::process::ExitCode;
use tokio::select;
use tokio_util::sync::CancellationToken;

/// Where a command works, and how it speaks.
pub(crate) struct Place {
    pub(crate) root: PathBuf,
    pub(crate) course: Course,
    pub(crate) record: Record,
    pub(crate) language: Language,
    pub(crate) style: Style,
}

/// What was typed means no exercise, or several.
#[derive(Debug)]
pub(crate) struct Unclear(String);

impl Error for Unclear {}

impl fmt::Display for Unclear {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

const INTERRUPTED: u8 = 130;

impl Place {
    /// # Errors
    ///
    /// The course cannot be read.
    pub(crate) fn new(root: PathBuf, language: Language) -> Result<Place> {
        let course = Course::read(&root)?.titled(language.folder());
        let record = Record::new(&root);
        Ok(Place { root, course, record, language, style: Style::detect() })
    }

    /// # Errors
    ///
    /// The command cannot be carried out.
    pub(crate) async fn run(self, command: Command) -> Result<ExitCode> {
        match command {
            Command::Watch { port } => session::run(self, port).await.map(|ending| match ending {
                Ending::InOrder => ExitCode::SUCCESS,
                Ending::Forced => ExitCode::from(INTERRUPTED),
            }),
            Command::Check { name } => self.check(self.meant(name.as_deref(), self.to_do())?).await,
            Command::Hint { name, number } => {
                self.hint(self.meant(name.as_deref(), self.to_do())?, number)
            }
            Command::List => self.say(&self.voice().list(&self.course, &self.record.progress())),
            Command::Next => self.next(),
            Command::Reset { name } => self.reset(self.meant(Some(&name), None)?),
            Command::Undo { name } => self.undo(self.meant(name.as_deref(), self.last())?),
            Command::History { name } => self.history(self.meant(name.as_deref(), self.last())?),
            Command::Solution { name, yes } => self.solution(self.meant(Some(&name), None)?, yes),
            Command::Build => self.build().await,
            Command::Doctor => self.doctor().await,
            Command::Lang { language } => {
                self.record.write("language", language.folder())?;
                self.say(&format!("{}\n", language.words().commands.language_saved))
            }
            Command::Help | Command::Version => Ok(ExitCode::SUCCESS), // Said without a workbook.
        }
    }

    fn voice(&self) -> Voice {
        Voice { style: self.style, words: self.language.words(), address: None }
    }

    fn say(&self, text: &str) -> Result<ExitCode> {
        // Whoever closes the pipe after a few lines has seen enough.
        match show(text) {
            Err(error) if is_broken_pipe(&error) => {}
            result => result?,
        }
        Ok(ExitCode::SUCCESS)
    }

    /// The exercise with a name, or else the one whose folder this is, or else `otherwise`.
    ///
    /// # Errors
    ///
    /// [`Unclear`]: which one is meant, or that there is none.
    fn meant<'a>(
        &'a self,
        name: Option<&str>,
        otherwise: Option<&'a Exercise>,
    ) -> Result<&'a Exercise, Unclear> {
        let words = &self.language.words().names;
        let Some(name) = name else {
            let none = || Unclear(self.language.words().session.no_exercise.to_owned());
            return self.here().or(otherwise).ok_or_else(none);
        };
        Err(Unclear(match find(&self.course, name) {
            Found::One(exercise) => return Ok(exercise),
            Found::Several(exercises) => {
                let lines = exercises.iter().map(|exercise| format!("\n  {}", exercise.slug()));
                (words.several)(name) + &lines.collect::<String>()
            }
            Found::None(Some(near)) => (words.unknown_but)(name, &near.name),
            Found::None(None) => (words.unknown)(name),
        }))
    }

    fn here(&self) -> Option<&Exercise> {
        let here = std::env::current_dir().ok()?.canonicalize().ok()?;
        self.course.exercises().find(|exercise| {
            exercise.folder().canonicalize().is_ok_and(|folder| here.starts_with(folder))
        })
    }

    /// The exercise that was checked last, or else the first one.
    fn last(&self) -> Option<&Exercise> {
        let last = self.record.last();
        let found = self.course.exercises().find(|exercise| Some(exercise.slug()) == last);
        found.or_else(|| self.course.exercises().next())
    }

    /// The exercise that was checked last, unless it is done: then the next that is not.
    fn to_do(&self) -> Option<&Exercise> {
        let last = self.last()?;
        self.record.progress().next(&self.course, Some(last)).or(Some(last))
    }

    fn next(&self) -> Result<ExitCode> {
        let words = self.language.words();
        let progress = self.record.progress();
        let all_done = || format!("{}\n", words.session.all_done);
        let exercise = self.to_do().filter(|exercise| !progress.has(exercise));
        self.say(&exercise.map_or_else(all_done, |it| {
            format!("{}\n", (words.verdict.next)(&it.title, &code_path(it)))
        }))
    }

    async fn build(&self) -> Result<ExitCode> {
        eprintln!("{}", self.language.words().commands.building);
        let built = stoppable(async |stop| book::build(&self.root, None, stop).await).await?;
        if built.is_none() {
            return Ok(ExitCode::from(INTERRUPTED));
        }
        self.say(&format!("{}\n", self.root.join("target/book/index.html").display()))
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let error = error.root_cause().downcast_ref::<std::io::Error>();
    error.is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}

/// Does something that ends when the learner wants it to; nothing if that was the case.
async fn stoppable<T>(
    work: impl AsyncFnOnce(&CancellationToken) -> Result<T>,
) -> Result<Option<T>> {
    let mut signals = Signals::new()?;
    let stop = CancellationToken::new();
    let mut work = pin!(work(&stop));
    select! {
        result = &mut work => return result.map(Some),
        () = signals.next() => stop.cancel(),
    }
    // It puts away what it had taken out; the second time it is dropped as it is.
    select! {
        _ = work => {}
        () = signals.next() => {}
    }
    Ok(None)
}
