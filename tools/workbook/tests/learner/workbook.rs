//! A workbook for one test.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};
use tempfile::TempDir;

const CHECK: &str = "use super::*;\n\
    #[test]\nfn twice_two_is_four() { assert_eq!(double(2), 4, \"two was not doubled\"); }\n\
    #[test]\nfn it_is_zero_for_zero() { assert_eq!(double(0), 0); }\n";

pub(crate) const RIGHT: &str = "2 * n";
pub(crate) const WRONG: &str = "n";
pub(crate) const SPINNING: &str = "std::fs::write(\"spins\", \"\").unwrap(); loop {}";

pub(crate) fn spins(root: &TempDir) -> bool {
    root.path().join("exercises/01_x/a/spins").exists()
}

/// A workbook with two exercises and a book that is one line long.
pub(crate) fn workbook() -> TempDir {
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
    for name in ["a", "b"] {
        write(&format!("solutions/01_x/{name}/start.rs"), &code(WRONG));
        write(&format!("solutions/01_x/{name}.rs"), &code(RIGHT));
    }
    let hints = "# A\n\n<details class=\"hint\">\n<summary>Hint 1</summary>\n\nLook *there*.\n\n</details>\n\n\
                 <details class=\"hint\">\n<summary>Hint 2</summary>\n\nUse `2`.\n\n</details>\n";
    write("book/en/01_x/a.md", hints);
    write("book/ja/01_x/a.md", &hints.replace("Look *there*.", "そこを*見て*ください。"));
    write("book/ja/SUMMARY.md", "- [一](01_x/index.md)\n  - [二倍](01_x/a.md)\n");
    write(
        "tools/book/src/main.rs",
        "fn main() {\n\
         let dest = std::path::PathBuf::from(std::env::args().next_back().unwrap());\n\
         std::fs::create_dir_all(&dest).unwrap();\n\
         std::fs::copy(\"book/en/SUMMARY.md\", dest.join(\"index.html\")).unwrap();\n}\n",
    );
    root
}

pub(crate) fn code(body: &str) -> String {
    format!("pub fn double(n: u32) -> u32 {{ {body} }}\n#[cfg(test)]\nmod check;\n")
}

pub(crate) fn save(root: &TempDir, body: &str) {
    fs::write(root.path().join("exercises/01_x/a/src/lib.rs"), code(body)).unwrap();
}

pub(crate) fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_workbook"));
    command.current_dir(folder).stdin(Stdio::null());
    for name in ["CARGO_TARGET_DIR", "LC_ALL", "LC_MESSAGES", "LANG", "RUST_BACKTRACE"] {
        command.env_remove(name);
    }
    command.env("WORKBOOK_LIMIT_SECONDS", "1");
    command
}

pub(crate) struct Session {
    pub(crate) process: Child,
    pub(crate) lines: Receiver<String>,
}

impl Session {
    pub(crate) fn start(root: &TempDir) -> Session {
        Session::of(command(root.path()).args(["--port", "0"]))
    }

    pub(crate) fn of(command: &mut Command) -> Session {
        let mut process = command.stdout(Stdio::piped()).spawn().expect("the command starts");
        let stdout = BufReader::new(process.stdout.take().unwrap());
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            stdout.lines().map_while(Result::ok).try_for_each(|line| sender.send(line))
        });
        Session { process, lines }
    }

    /// Everything up to the line that contains `end`.
    pub(crate) fn until(&self, end: &str) -> String {
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

pub(crate) fn send(signal: &str, process: &Child) {
    let id = process.id().to_string();
    assert!(Command::new("kill").args([&format!("-{signal}"), &id]).status().unwrap().success());
}

pub(crate) fn wait_until(what: &str, condition: impl Fn() -> bool) {
    let start = Instant::now();
    while !condition() {
        assert!(start.elapsed() < Duration::from_secs(30), "waited for: {what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// Processes that work in `root` or were started from it.
#[cfg(target_os = "linux")]
pub(crate) fn processes(root: &TempDir) -> Vec<String> {
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

pub(crate) fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

/// Host and port in something that was printed.
pub(crate) fn address(text: &str) -> &str {
    text.rsplit("http://").next().unwrap().split('/').next().unwrap().trim()
}

/// A page that listens to what happens.
pub(crate) fn listen(address: &str) -> TcpStream {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET /events HTTP/1.1\r\nHost: {address}\r\n\r\n").unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    stream
}

/// What a page hears up to `end`.
pub(crate) fn until(page: &mut TcpStream, end: &str) -> String {
    let mut text = String::new();
    while !text.contains(end) {
        let mut bytes = [0; 4096];
        let length = page.read(&mut bytes).unwrap();
        assert!(length > 0, "waited for {end:?} and heard:\n{text}");
        text += &String::from_utf8_lossy(&bytes[..length]);
    }
    text
}
