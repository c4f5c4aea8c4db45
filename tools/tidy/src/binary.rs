//! Builds test binaries with cargo and runs tests of them, each in a process of its own.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// How a test process ended.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// `None` if a signal ended it.
    pub code: Option<i32>,
    /// Everything it printed.
    pub output: String,
}

impl Outcome {
    #[must_use]
    pub fn is_green(&self) -> bool {
        self.code == Some(0)
    }

    /// By an assertion or by a watchdog, and not by a crash.
    #[must_use]
    pub fn is_red(&self) -> bool {
        // 101 is libtest's code for a failed test, 124 is probe's for a thread that was stuck.
        matches!(self.code, Some(101 | 124))
    }

    /// How many tests ran, if libtest came to the end.
    #[must_use]
    pub fn tests(&self) -> usize {
        let count = |line: &str| line.strip_prefix("running ")?.split(' ').next()?.parse().ok();
        self.output.lines().find_map(count).unwrap_or(0)
    }
}

/// Runs the tests of `binary` that `filter` selects.
///
/// # Panics
///
/// The binary cannot be started.
#[must_use]
pub fn run(binary: &Path, filter: &[&str], stall_seconds: &str) -> Outcome {
    let output = Command::new(binary)
        .args(filter)
        .env("PROBE_STALL_SECONDS", stall_seconds)
        .env_remove("RUST_BACKTRACE")
        .stdin(Stdio::null())
        .output()
        .expect("a test binary that cargo built can be started");
    let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.push_str(&String::from_utf8_lossy(&output.stderr));
    Outcome { code: output.status.code(), output: text }
}

/// The binary of all alternatives, built once.
#[must_use]
pub fn alternatives_binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| only(build(&["-p", "solutions", "--test", "alternatives"])))
}

/// The binary of the answers, built once.
#[must_use]
pub fn answers_binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| only(build(&["-p", "solutions", "--lib"])))
}

/// The test binary of each of these packages, and the warnings that came with it.
#[must_use]
pub fn exercise_binaries(packages: &[&str]) -> BTreeMap<String, (PathBuf, Vec<String>)> {
    let mut arguments = vec!["--lib"];
    for package in packages {
        arguments.extend(["-p", package]);
    }
    let built = build(&arguments);
    let warnings = |name: &str| built.warnings.get(name).cloned().unwrap_or_default();
    built
        .binaries
        .iter()
        .map(|(name, path)| (name.clone(), (path.clone(), warnings(name))))
        .collect()
}

struct Built {
    /// By the name of the target.
    binaries: BTreeMap<String, PathBuf>,
    warnings: BTreeMap<String, Vec<String>>,
}

fn only(built: Built) -> PathBuf {
    built.binaries.into_values().next().expect("cargo built the one binary that was asked for")
}

fn build(arguments: &[&str]) -> Built {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["test", "--no-run", "--message-format=json"])
        .args(arguments)
        .current_dir(crate::root())
        .stdin(Stdio::null())
        .output()
        .expect("cargo can be started");
    let mut built = Built { binaries: BTreeMap::new(), warnings: BTreeMap::new() };
    let mut errors = String::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let Ok(message) = serde_json::from_str::<serde_json::Value>(line) else {
            continue; // A build script may print what it likes.
        };
        let name = message["target"]["name"].as_str().unwrap_or_default().to_owned();
        match message["reason"].as_str() {
            Some("compiler-artifact") if message["profile"]["test"] == true => {
                if let Some(path) = message["executable"].as_str() {
                    built.binaries.insert(name, PathBuf::from(path));
                }
            }
            Some("compiler-message") => {
                let rendered = message["message"]["rendered"].as_str().unwrap_or_default();
                match message["message"]["level"].as_str() {
                    Some("warning") => {
                        built.warnings.entry(name).or_default().push(rendered.to_owned());
                    }
                    _ => errors.push_str(rendered),
                }
            }
            _ => {}
        }
    }
    assert!(
        output.status.success(),
        "cargo test --no-run {} failed:\n{errors}{}",
        arguments.join(" "),
        String::from_utf8_lossy(&output.stderr)
    );
    built
}
