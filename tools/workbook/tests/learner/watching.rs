use crate::workbook::*;
use std::fs;
use std::process::Output;
use std::time::Duration;
use tempfile::TempDir;

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
    assert!(aborted.contains("It aborted the whole process."), "{aborted}");

    save(&root, "eprintln!(\"who has the thread?\"); std::process::exit(124)");
    let kept = session.until("The task and its hints");
    assert!(
        kept.contains("it is zero for zero (kept the thread)\n\n    who has the thread?\n\n"),
        "{kept}"
    );

    save(&root, "std::process::exit(0)");
    let left = session.until("The task and its hints");
    assert!(left.contains("It left the test's whole process with exit code 0"), "{left}");

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
#[test]
fn what_builds_the_book_ends_with_the_command() {
    let root = workbook();
    let program = SPINNING.replace("\"spins\"", "\"exercises/01_x/a/spins\"");
    fs::write(root.path().join("tools/book/src/main.rs"), format!("fn main() {{ {program} }}"))
        .unwrap();
    nothing_outlives(&root, "INT");
}

#[cfg(target_os = "linux")]
#[test]
fn a_second_ctrl_c_is_as_good_as_the_first() {
    let root = workbook();
    save(&root, SPINNING);
    let mut session = Session::start(&root);
    wait_until("a test spins", || spins(&root));
    send("INT", &session.process);
    // It may have ended meanwhile; then there is nobody to send to.
    let id = session.process.id().to_string();
    let _ = std::process::Command::new("kill").args(["-INT", &id]).status();
    let code = session.process.wait().unwrap().code();
    assert!(matches!(code, Some(0 | 130)), "{code:?}");
    wait_until("every process ends", || processes(&root).is_empty());
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

#[test]
fn the_book_is_served_as_soon_as_it_is_built_and_after_each_change() {
    let root = workbook();
    let session = Session::start(&root);
    let ready = session.until("The book is ready: ");
    let address = address(&ready);
    assert!(get(address, "/").ends_with("(01_x/b.md)\n"));
    let mut page = listen(address);
    let edition =
        |heard: &str| heard.rsplit("event: book\ndata: ").next().unwrap().trim().to_owned();
    let first = edition(&until(&mut page, "event: book"));
    let summary = root.path().join("book/en/SUMMARY.md");
    let text = fs::read_to_string(&summary).unwrap() + "- [Second](02_y/index.md)\n";
    fs::write(&summary, text).unwrap();
    session.until("The book is ready: ");
    assert!(get(address, "/").ends_with("(02_y/index.md)\n"));
    assert_ne!(edition(&until(&mut page, "event: book")), first, "an open page is told");
}

#[test]
fn what_is_not_understood_is_said_in_one_sentence() {
    let nowhere = TempDir::new().unwrap();
    let run = |arguments: &[&str]| command(nowhere.path()).args(arguments).output().unwrap();

    let lost = run(&[]);
    assert_eq!(lost.status.code(), Some(1));
    assert!(said(&lost).contains("is not inside a workbook"), "{}", said(&lost));
    for arguments in [&["chekc"][..], &["--port", "x"], &["--port", "1", "2"]] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(said(&output).lines().count(), 1);
    }
    assert!(run(&["--help"]).status.success());
    assert!(run(&["--version"]).stdout.starts_with(b"workbook "));
}

#[test]
fn a_page_sees_what_the_terminal_says() {
    let root = workbook();
    let session = Session::start(&root);
    let red = session.until("The task and its hints");
    let address = address(&red);
    let state = get(address, "/api/state");
    for part in [
        r#""next":"01_x/a""#,
        r#"{"sentence":"twice two is four","outcome":"fails"}"#,
        r#"{"sentence":"it is zero for zero","outcome":"holds"}"#,
        "two was not doubled",
        r#""state":"red""#,
        r#""state":"not_started""#,
    ] {
        assert!(state.contains(part), "{part}: {state}");
    }
    let mut page = listen(address);
    save(&root, RIGHT);
    let news = until(&mut page, r#""state":"green""#);
    assert!(news.contains(r#""state":"checking""#), "{news}");
    assert!(news.contains(r#""next":"01_x/b""#), "{news}");
    save(&root, "2 *");
    let news = until(&mut page, r#""compiles":false"#);
    assert!(news.contains("expected expression"), "{news}");
    save(&root, "loop {}");
    let news = until(&mut page, r#""outcome":"never_ends""#);
    assert!(news.contains("It was busy all the time"), "{news}");
}

#[test]
fn what_was_solved_is_known_the_next_time() {
    let root = workbook();
    save(&root, RIGHT);
    let session = Session::start(&root);
    session.until("All rules hold.");
    drop(session); // At once.
    let session = Session::start(&root);
    let welcome = session.until("Open exercises/01_x/b/src/lib.rs");
    assert!(welcome.contains("1 of 2 done"), "{welcome}");
    drop(session);

    let progress = root.path().join(".workbook/progress");
    let text = fs::read_to_string(&progress).unwrap();
    assert_eq!(text, "01_x/a\n");
    fs::write(&progress, format!("{text}\0\u{1b}[2J\n")).unwrap();
    let session = Session::start(&root);
    let welcome = session.until(".workbook/progress: 1 line not understood");
    assert!(welcome.contains("1 of 2 done"), "{welcome}");
}

#[test]
fn a_second_command_works_beside_the_first() {
    let root = workbook();
    let first = Session::start(&root);
    let port = first.until("The book: ").split("127.0.0.1:").nth(1).unwrap().to_owned();
    let port = port.split('/').next().unwrap().to_owned();
    first.until("The task and its hints");
    let second = Session::start(&root);
    second.until("Another `cargo workbook` is running");
    second.until("The task and its hints");
    save(&root, RIGHT);
    first.until("All rules hold.");
    second.until("All rules hold.");
    let taken = command(root.path()).args(["--port", &port]).output().unwrap();
    assert_eq!(taken.status.code(), Some(1));
    assert!(said(&taken).contains("leave --port out"), "{}", said(&taken));
    let progress = fs::read_to_string(root.path().join(".workbook/progress")).unwrap();
    assert_eq!(progress, "01_x/a\n");
}

#[test]
fn what_cannot_be_kept_is_said_once() {
    let root = workbook();
    fs::write(root.path().join(".workbook"), "no folder").unwrap();
    let session = Session::start(&root);
    let told = session.until("Progress and attempts cannot be kept: ");
    save(&root, RIGHT);
    let green = session.until("All rules hold.");
    save(&root, "n + n");
    let again = session.until("All rules hold.");
    assert!(!(green.clone() + &again).contains("cannot be kept"));
    // What was green counts all the same, and the page goes on where the terminal does.
    assert!(green.contains("Next: Doubling again"), "{green}");
    let state = get(address(&told), "/api/state");
    assert!(state.contains(r#""next":"01_x/b""#), "{state}");
    save(&root, "2 *");
    session.until("It does not compile yet.");
    let state = get(address(&told), "/api/state");
    assert!(state.contains(r#""next":"01_x/b""#), "{state}");
}

#[cfg(target_os = "linux")]
#[test]
fn many_saves_leave_nothing_behind() {
    leave_nothing_behind(40);
}

/// `cargo test -p workbook thousand -- --ignored --nocapture`
#[cfg(target_os = "linux")]
#[test]
#[ignore = "takes minutes, and says what the few say"]
fn a_thousand_saves_leave_nothing_behind() {
    leave_nothing_behind(1000);
}

#[cfg(target_os = "linux")]
fn leave_nothing_behind(saves: u32) {
    let root = workbook();
    let session = Session::start(&root);
    session.until("The book is ready");
    let id = session.process.id();
    let count = |folder: &str| fs::read_dir(format!("/proc/{id}/{folder}")).unwrap().count();
    let memory = || {
        let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap().to_owned();
        line.split_whitespace().nth(1).unwrap().parse::<usize>().unwrap()
    };
    let look = || (processes(&root).len(), count("fd"), count("task"), memory());
    let told = |when: &str| {
        let (processes, files, threads, memory) = look();
        println!("{when}: {processes} process, {files} files, {threads} threads, {memory} kB");
    };
    let attempts = root.path().join(".workbook/attempts/a");
    let kept = |number| attempts.join(format!("{number:04}.rs")).exists();
    wait_until("the first check", || kept(1));
    wait_until("every process ends", || processes(&root).len() == 1);
    let before = look();
    told("before");
    for number in 2..saves {
        // Some while the one before is being compiled, others while it spins.
        save(&root, &format!("let _ = {number}; loop {{}}"));
        wait_until("a check begins", || kept(number));
        if number % 7 == 0 {
            std::thread::sleep(Duration::from_millis(500));
        }
    }
    save(&root, RIGHT);
    session.until("All rules hold.");
    wait_until("every process ends", || processes(&root).len() == 1);
    told("after");
    wait_until("every file is closed", || count("fd") <= before.1);
    wait_until("idle threads end", || count("task") <= before.2 + 1);
    told("and when all is quiet");
    // What is allocated once is allocated by then; a kilobyte for each save would be seen.
    let (now, then) = (memory(), before.3);
    assert!(now < then + 4096 + saves as usize / 2, "{then} kB became {now} kB");
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}
