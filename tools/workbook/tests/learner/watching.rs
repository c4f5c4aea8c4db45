//! The command as a learner meets it: real processes, real files, a small workbook of its own.
#![cfg(unix)] // They send signals.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};
use tempfile::TempDir;

const CHECK: &str = "use super::*;\n\
    #[test]\nfn twice_two_is_four() { assert_eq!(double(2), 4, \"two was not doubled\"); }\n\
    #[test]\nfn it_is_zero_for_zero() { assert_eq!(double(0), 0); }\n";

const RIGHT: &str = "2 * n";
const WRONG: &str = "n";
const SPINNING: &str = "std::fs::write(\"spins\", \"\").unwrap(); loop {}";

fn spins(root: &TempDir) -> bool {
    root.path().join("exercises/01_x/a/spins").exists()
}

/// A workbook with two exercises and a book that is one line long.
fn workbook() -> TempDir {
    let root = tempfile::Builder::new().prefix("mine и 私の ").tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write(
        "Cargo.toml",
        "[workspace]\nresolver = \"3\"\nmembers = [\"exercises/*/*\", \"tools/*\"]\n",
    );
    write("book.toml", "");
    write(
        "book/en/SUMMARY.md",
        "- [First](01_x/index.md)\n  - [Doubling](01_x/a.md)\n  - [Doubling again](01_x/b.md)\n",
    );
    let manifest = |name: &str| format!("[package]\nname = \"{name}\"\nedition = \"2024\"\n");
    for name in ["a", "b"] {
        write(&format!("exercises/01_x/{name}/Cargo.toml"), &manifest(name));
        write(&format!("exercises/01_x/{name}/src/check.rs"), CHECK);
        write(&format!("exercises/01_x/{name}/src/lib.rs"), &code(WRONG));
    }
    write("tools/book/Cargo.toml", &manifest("book"));
    write(
        "tools/book/src/main.rs",
        "fn main() {\n\
         let dest = std::path::PathBuf::from(std::env::args().nth(3).unwrap());\n\
         std::fs::create_dir_all(&dest).unwrap();\n\
         std::fs::copy(\"book/en/SUMMARY.md\", dest.join(\"index.html\")).unwrap();\n}\n",
    );
    root
}

fn code(body: &str) -> String {
    format!("pub fn double(n: u32) -> u32 {{ {body} }}\n#[cfg(test)]\nmod check;\n")
}

fn save(root: &TempDir, body: &str) {
    fs::write(root.path().join("exercises/01_x/a/src/lib.rs"), code(body)).unwrap();
}

fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_workbook"));
    command.current_dir(folder).env_remove("CARGO_TARGET_DIR").stdin(Stdio::null());
    command
}

struct Session {
    process: Child,
    lines: Receiver<String>,
}

impl Session {
    fn start(root: &TempDir) -> Session {
        let mut process = command(root.path())
            .args(["--port", "0"])
            .stdout(Stdio::piped())
            .spawn()
            .expect("the command starts");
        let stdout = BufReader::new(process.stdout.take().unwrap());
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            stdout.lines().map_while(Result::ok).try_for_each(|line| sender.send(line))
        });
        Session { process, lines }
    }

    /// Everything up to the line that contains `end`.
    fn until(&self, end: &str) -> String {
        let mut text = String::new();
        while !text.contains(end) {
            match self.lines.recv_timeout(Duration::from_secs(60)) {
                Ok(line) => text += &format!("{line}\n"),
                Err(_) => panic!("waited for {end:?} and saw:\n{text}"),
            }
        }
        text
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if let Ok(None) = self.process.try_wait() {
            send("INT", &self.process);
            let _ = self.process.wait();
        }
    }
}

fn send(signal: &str, process: &Child) {
    let id = process.id().to_string();
    assert!(Command::new("kill").args([&format!("-{signal}"), &id]).status().unwrap().success());
}

fn wait_until(what: &str, condition: impl Fn() -> bool) {
    let start = Instant::now();
    while !condition() {
        assert!(start.elapsed() < Duration::from_secs(30), "waited for: {what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn each_save_gets_the_verdict_it_deserves() {
    let root = workbook();
    let session = Session::start(&root);
    let welcome = session.until("Open exercises/01_x/a/src/lib.rs");
    assert!(welcome.contains("The book: http://127.0.0.1:"), "{welcome}");

    let red = session.until("The task and its hints: http://127.0.0.1:");
    assert!(red.contains("  FAIL twice two is four\n  ok   it is zero for zero\n"), "{red}");
    assert!(red.contains("two was not doubled\n"), "{red}");
    assert!(!red.contains("running 1 test") && !red.contains("failures:"), "{red}");

    save(&root, RIGHT);
    let green = session.until("All rules hold.");
    assert!(green.contains("Next: Doubling again  exercises/01_x/b/src/lib.rs"), "{green}");

    save(&root, "2 *");
    let broken = session.until("It does not compile yet.");
    assert!(broken.contains("error: expected expression"), "{broken}");

    save(&root, SPINNING);
    wait_until("a test spins", || spins(&root));
    save(&root, RIGHT);
    let rescued = session.until("All rules hold.");
    assert!(!rescued.contains("FAIL"), "the newer save wins: {rescued}");

    save(&root, "std::process::abort()");
    let aborted = session.until("The task and its hints");
    assert!(aborted.contains("It ended the test's whole process (signal: 6"), "{aborted}");

    save(&root, "eprintln!(\"who has the thread?\"); std::process::exit(124)");
    let kept = session.until("The task and its hints");
    assert!(
        kept.contains("it is zero for zero (kept the thread)\n\n    who has the thread?\n\n"),
        "{kept}"
    );

    save(&root, "std::process::exit(0)");
    let left = session.until("The task and its hints");
    assert!(left.contains("It ended the test's whole process (exit status: 0"), "{left}");

    save(&root, "loop { println!(\"again\") }");
    let flooded = session.until("The task and its hints");
    assert!(flooded.contains("It printed more than 1 MB, and was killed."), "{flooded}");
    assert!(flooded.len() < 1000, "{flooded}");
}

#[cfg(target_os = "linux")]
#[test]
fn whatever_ends_the_command_leaves_no_process_behind() {
    let root = workbook();
    save(&root, SPINNING);
    for signal in ["INT", "TERM", "HUP"] {
        nothing_outlives(&root, signal);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_cargo_started_ends_with_the_command() {
    let root = workbook();
    let script = format!("fn main() {{ {SPINNING} }}");
    fs::write(root.path().join("exercises/01_x/a/build.rs"), script).unwrap();
    nothing_outlives(&root, "INT");
}

#[cfg(target_os = "linux")]
fn nothing_outlives(root: &TempDir, signal: &str) {
    let mut session = Session::start(root);
    wait_until("something spins", || spins(root));
    send(signal, &session.process);
    assert_eq!(session.process.wait().unwrap().code(), Some(0), "{signal}");
    // What was killed needs a moment to die; what spins and was not killed would be there for ever.
    wait_until("every process ends", || processes(root).is_empty());
    fs::remove_file(root.path().join("exercises/01_x/a/spins")).unwrap();
}

/// Processes that work in `root` or were started from it.
#[cfg(target_os = "linux")]
fn processes(root: &TempDir) -> Vec<String> {
    let root = root.path().canonicalize().unwrap();
    let mut found = Vec::new();
    for entry in fs::read_dir("/proc").unwrap().flatten() {
        let words = fs::read(entry.path().join("cmdline")).unwrap_or_default();
        let words = String::from_utf8_lossy(&words).replace('\0', " ");
        let folder = fs::read_link(entry.path().join("cwd")).unwrap_or_default();
        if words.contains(root.to_str().unwrap()) || folder.starts_with(&root) {
            found.push(words);
        }
    }
    found
}

#[test]
fn the_book_is_served_as_soon_as_it_is_built_and_after_each_change() {
    let root = workbook();
    let session = Session::start(&root);
    let ready = session.until("The book is ready: ");
    let address = ready.rsplit("http://").next().unwrap().trim();
    assert!(get(address, "/").ends_with("(01_x/b.md)\n"));
    let summary = root.path().join("book/en/SUMMARY.md");
    let text = fs::read_to_string(&summary).unwrap() + "- [Second](02_y/index.md)\n";
    fs::write(&summary, text).unwrap();
    session.until("The book is ready: ");
    assert!(get(address, "/").ends_with("(02_y/index.md)\n"));
}

fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn what_is_not_understood_is_said_in_one_sentence() {
    let nowhere = TempDir::new().unwrap();
    let run = |arguments: &[&str]| command(nowhere.path()).args(arguments).output().unwrap();
    let said = |output: &Output| String::from_utf8(output.stderr.clone()).unwrap();

    let lost = run(&[]);
    assert_eq!(lost.status.code(), Some(1));
    assert!(said(&lost).contains("is not inside a workbook"), "{}", said(&lost));
    for arguments in [&["check"][..], &["--port", "x"], &["--port", "1", "2"]] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(said(&output).lines().count(), 1);
    }
    assert!(run(&["--help"]).status.success());
    assert!(run(&["--version"]).stdout.starts_with(b"workbook "));
}
