//! One rule of an exercise is one test, and runs in a process of its own: whatever it does, it can be
//! stopped, and the verdict is the exit code, not something read from libtest's words.

use crate::process::{self, End, Finished, Limits};
use anyhow::{Context, Result};
use course::Exercise;
use std::path::Path;
use std::process::ExitStatus;
use std::sync::LazyLock;
use std::time::Duration;
use tokio::process::Command;
use tokio_util::sync::CancellationToken;

/// How long a rule may take: ten seconds, or what `WORKBOOK_LIMIT_SECONDS` gives a slow machine.
pub(crate) static LIMIT: LazyLock<Duration> = LazyLock::new(|| {
    let set = std::env::var("WORKBOOK_LIMIT_SECONDS").ok();
    Duration::from_secs(set.and_then(|seconds| seconds.parse().ok()).unwrap_or(10))
});
const OUTPUT: usize = 1 << 20;
/// All rules run at once: code that grows without an end must not take the learner's editor with it.
const MEMORY: u64 = 1 << 30;

#[derive(Debug)]
pub(crate) struct Rule {
    /// The test's name, such as `check::the_line_is_kept`.
    pub(crate) name: String,
    pub(crate) outcome: Outcome,
    /// What the test printed, without libtest's words.
    pub(crate) words: String,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Holds,
    Fails,
    /// The check's own watchdog ended it: the code kept the thread for itself.
    KeepsTheThread,
    /// Killed by us. It was busy, or asleep, or the system does not say which.
    NeverEnds {
        busy: Option<bool>,
    },
    /// Killed by us.
    PrintsTooMuch,
    /// It ended the process in another way, such as by a signal.
    Crashes(ExitStatus),
}

impl Rule {
    pub(crate) fn holds(&self) -> bool {
        self.outcome == Outcome::Holds
    }

    /// `the_line_is_kept` as the sentence it is.
    pub(crate) fn sentence(&self) -> String {
        self.name.rsplit("::").next().unwrap_or_default().replace('_', " ")
    }
}

/// The names of the tests in `binary`, in the order of `check.rs`; none if stopped.
pub(crate) async fn names(
    binary: &Path,
    exercise: &Exercise,
    stop: &CancellationToken,
) -> Result<Vec<String>> {
    let mut command = Command::new(binary);
    command.args(["--list", "--format", "terse"]);
    let listed = process::run(command, limits(), stop, &|_| ()).await?;
    let mut names: Vec<String> = listed
        .stdout
        .lines()
        .filter_map(|line| line.strip_suffix(": test"))
        .map(str::to_owned)
        .collect();
    let path = exercise.check();
    let source = std::fs::read_to_string(&path)
        .with_context(|| format!("cannot read {}; restore it from git", path.display()))?;
    // libtest sorts by name, but the rules are written in an order in which they make sense.
    names.sort_by_key(|name| {
        let function = name.rsplit("::").next().unwrap_or_default();
        source.find(&format!("fn {function}(")).unwrap_or(usize::MAX)
    });
    Ok(names)
}

/// Runs one test; nothing if it was stopped.
pub(crate) async fn run(
    binary: &Path,
    folder: &Path,
    name: String,
    stop: &CancellationToken,
) -> Result<Option<Rule>> {
    let mut command = Command::new(binary);
    command.args(["--exact", &name, "--nocapture"]).current_dir(folder);
    if std::env::var_os("PROBE_BACKTRACE").is_none() {
        // Two dozen frames of tokio and std would bury the message; whoever wants them has a way.
        command.env("RUST_BACKTRACE", "0");
    }
    let finished = process::run(command, limits(), stop, &|_| ()).await?;
    let outcome = match finished.end {
        End::Stopped => return Ok(None),
        End::Late => Outcome::NeverEnds { busy: finished.used.and_then(busy) },
        End::Flooded => Outcome::PrintsTooMuch,
        End::Exited(status) => match status.code() {
            // A test that calls `exit(0)` has proved nothing.
            Some(0) if !finished.stdout.contains("1 passed") => Outcome::Crashes(status),
            Some(0) => Outcome::Holds,
            Some(101) => Outcome::Fails,
            Some(probe::STALL_EXIT_CODE) => Outcome::KeepsTheThread,
            _ => Outcome::Crashes(status),
        },
    };
    let words = words(&finished, &name);
    Ok(Some(Rule { name, outcome, words }))
}

/// Whether so much of the processor was used for computing. Ten rules that spin share two processors;
/// starting a process costs a little too.
fn busy(used: Duration) -> Option<bool> {
    match used.as_secs_f64() / LIMIT.as_secs_f64() {
        ..0.05 => Some(false),
        0.1.. => Some(true),
        _ => None,
    }
}

fn limits() -> Limits {
    Limits { time: *LIMIT, output: OUTPUT, memory: Some(MEMORY), background: false }
}

/// What std says for those who have nobody to explain it.
const NOISE: [&str; 2] =
    ["note: run with `RUST_BACKTRACE=", "thread caused non-unwinding panic. aborting."];

/// What the learner printed, and then the message of the check.
fn words(finished: &Finished, name: &str) -> String {
    let printed = &finished.stdout;
    let printed = printed.split_once("running 1 test\n").map_or("", |(_, printed)| printed);
    let end = format!("\nfailures:\n\nfailures:\n    {name}\n");
    let printed = printed.rsplit_once(&end).map_or(printed, |(printed, _)| printed).trim_end();
    let printed = printed.strip_suffix("FAILED").unwrap_or(printed);
    // libtest says the name after the test has run, or before if there is one processor only.
    let printed = printed.replacen(&format!("test {name} ... "), "", 1);
    let printed: Vec<&str> = printed.lines().collect();
    let mut said: Vec<&str> = Vec::new();
    for line in finished.stderr.lines() {
        if line.starts_with("thread '")
            && let Some((_, place)) = line.split_once(" panicked at ")
        {
            said.push(place);
        } else if !NOISE.iter().any(|noise| line.starts_with(noise)) {
            said.push(line);
        }
    }
    let mut parts = vec![dedented(&printed), dedented(&said)];
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}

/// Without the blank lines around it and without the indentation that all lines share.
fn dedented(lines: &[&str]) -> String {
    let is_blank = |line: &&str| line.trim().is_empty();
    let begin = lines.iter().position(|line| !is_blank(line)).unwrap_or(lines.len());
    let end = lines.iter().rposition(|line| !is_blank(line)).map_or(begin, |last| last + 1);
    let lines = &lines[begin..end];
    let indentation = |line: &&str| line.len() - line.trim_start().len();
    let shared = lines.iter().filter(|line| !is_blank(line)).map(indentation).min().unwrap_or(0);
    let cut = |line: &&str| line.get(shared..).unwrap_or_default().trim_end().to_owned();
    lines.iter().map(cut).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_learners_and_the_checks_words_remain() {
        let end =
            "FAILED\n\nfailures:\n\nfailures:\n    check::x\n\ntest result: FAILED. 0 passed\n\n";
        let finished = |printed: &str| Finished {
            end: End::Late,
            used: None,
            stdout: format!("\nrunning 1 test\n{printed}"),
            stderr:
                "\nthread 'check::x' (77) panicked at exercises/a/b/src/check.rs:5:9:\nthe line \
                     is lost\n  left: 1\nnote: run with `RUST_BACKTRACE=1` environment variable to \
                     display a backtrace\nthread caused non-unwinding panic. aborting.\n"
                    .into(),
        };
        let expected = "mine\nexercises/a/b/src/check.rs:5:9:\nthe line is lost\n  left: 1";
        for printed in [
            format!("mine\ntest check::x ... {end}"),
            format!("minetest check::x ... {end}"),
            format!("test check::x ... mine\n{end}"),
            "mine\n".to_owned(), // Killed.
        ] {
            assert_eq!(words(&finished(&printed), "check::x"), expected, "{printed}");
        }
    }

    #[test]
    fn a_message_keeps_its_shape() {
        let lines = ["", "  it is lost", "  at check.rs:3", "", "    dropped here", " "];
        assert_eq!(dedented(&lines), "it is lost\nat check.rs:3\n\n  dropped here");
        assert_eq!(dedented(&["", " "]), "");
    }

    #[test]
    fn a_rule_is_a_sentence() {
        let name = "check::a_line_is_kept".into();
        let rule = Rule { name, outcome: Outcome::Holds, words: String::new() };
        assert_eq!(rule.sentence(), "a line is kept");
    }
}
