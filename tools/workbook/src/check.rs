//! From a save to a verdict: build the exercise, run each of its rules, say what was seen.

use crate::process::{self, End, Limits};
use crate::rule::{self, Rule};
use anyhow::{Context, Result, bail};
use course::Exercise;
use miniserde::{Deserialize, json};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::process::Command;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

/// What came out of a check.
#[derive(Debug)]
pub(crate) enum Verdict {
    /// The compiler's words; or cargo's, when it did not come to compiling.
    DoesNotCompile(String),
    Checked {
        /// In the order of `check.rs`.
        rules: Vec<Rule>,
        /// The compiler's words.
        warnings: String,
    },
}

impl Verdict {
    pub(crate) fn is_green(&self) -> bool {
        match self {
            Verdict::DoesNotCompile(_) => false,
            // Whoever takes the check away has not solved the exercise.
            Verdict::Checked { rules, .. } => !rules.is_empty() && rules.iter().all(Rule::holds),
        }
    }
}

/// What a check is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    Compiling,
    /// Another cargo has the build folder.
    Waiting,
    Running,
}

/// Checks `exercise`; nothing if it was stopped.
///
/// # Errors
///
/// A process cannot be started, or the check's files cannot be read.
pub(crate) async fn check(
    root: &Path,
    exercise: &Exercise,
    coloured: bool,
    stop: &CancellationToken,
    step: &(dyn Fn(Step) + Sync),
) -> Result<Option<Verdict>> {
    let (binary, warnings) = match build(root, exercise, coloured, stop, step).await? {
        Build::Stopped => return Ok(None),
        Build::Failed(words) => return Ok(Some(Verdict::DoesNotCompile(words))),
        Build::Done { binary, warnings } => (binary, warnings),
    };
    step(Step::Running);
    let names = rule::names(&binary, exercise, stop).await?;
    // All at once: the longest one decides. The set ends with this future, and the processes with it.
    let mut running = JoinSet::new();
    for (place, name) in names.into_iter().enumerate() {
        let (binary, folder, stop) = (binary.clone(), exercise.folder(), stop.clone());
        running.spawn(async move { (place, rule::run(&binary, &folder, name, &stop).await) });
    }
    let mut rules = Vec::new();
    while let Some(ended) = running.join_next().await {
        let (place, rule) = ended.context("a rule's task panicked")?;
        rules.push((place, rule?));
    }
    rules.sort_by_key(|(place, _)| *place);
    let rules: Option<Vec<Rule>> = rules.into_iter().map(|(_, rule)| rule).collect();
    Ok(rules.filter(|_| !stop.is_cancelled()).map(|rules| Verdict::Checked { rules, warnings }))
}

/// A line from cargo, as far as it matters here.
#[derive(Deserialize)]
struct Message {
    /// The compiler's.
    message: Option<Diagnostic>,
    profile: Option<Profile>,
    executable: Option<String>,
}

#[derive(Deserialize)]
struct Diagnostic {
    rendered: Option<String>,
}

#[derive(Deserialize)]
struct Profile {
    test: bool,
}

enum Build {
    Stopped,
    Failed(String),
    Done { binary: PathBuf, warnings: String },
}

async fn build(
    root: &Path,
    exercise: &Exercise,
    coloured: bool,
    stop: &CancellationToken,
    step: &(dyn Fn(Step) + Sync),
) -> Result<Build> {
    let format = if coloured { "json-diagnostic-rendered-ansi" } else { "json" };
    let mut cargo = cargo();
    // Not `--locked`: a learner who tries a crate should get on; that the lock file is up to date is
    // for CI to say.
    cargo
        .args(["test", "--no-run", "--lib", "--message-format", format, "-p", &exercise.name])
        .current_dir(root);
    let heard = |stderr: &[u8]| {
        let last = stderr.trim_ascii_end().rsplit(|byte| *byte == b'\n').next();
        let waits = last.is_some_and(|line| line.trim_ascii().starts_with(b"Blocking"));
        step(if waits { Step::Waiting } else { Step::Compiling });
    };
    let limits = Limits { time: Duration::MAX, output: 64 << 20, memory: None, background: false };
    let finished = process::run(cargo, limits, stop, &heard).await?;
    let status = match finished.end {
        End::Stopped => return Ok(Build::Stopped),
        End::Exited(status) => status,
        End::Late | End::Flooded => {
            bail!("cargo printed more than 64 MB; run `cargo test -p {}`", exercise.name)
        }
    };
    let messages: Vec<Message> =
        finished.stdout.lines().filter_map(|line| json::from_str(line).ok()).collect();
    let words: String = messages
        .iter()
        .filter_map(|message| message.message.as_ref()?.rendered.as_deref())
        .collect();
    if !status.success() {
        // Without a word of the compiler it is cargo that has something to say.
        let words = if words.is_empty() { finished.stderr } else { words };
        return Ok(Build::Failed(words));
    }
    let binary = messages
        .into_iter()
        .filter(|message| message.profile.as_ref().is_some_and(|profile| profile.test))
        .find_map(|message| message.executable)
        .with_context(|| {
            format!("cargo built no test for {}; is it a library?", exercise.slug())
        })?;
    Ok(Build::Done { binary: binary.into(), warnings: words })
}

/// The cargo that started us, or else the one on the path.
pub(crate) fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}
