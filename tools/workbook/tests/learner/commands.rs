//! Commands that do one thing and end.

use crate::workbook::*;
use std::fs;
use std::process::Stdio;
use tempfile::TempDir;

/// Exit code, standard output, standard error.
fn run(root: &TempDir, arguments: &[&str]) -> (i32, String, String) {
    let output = command(root.path()).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[track_caller]
fn prints(root: &TempDir, arguments: &[&str], code: i32, parts: &[&str]) -> String {
    let (got, out, err) = run(root, arguments);
    let all = out + &err;
    assert_eq!(got, code, "{arguments:?}: {all}");
    for part in parts {
        assert!(all.contains(part), "{arguments:?}: {part:?} is not in {all}");
    }
    assert!(!all.contains('\x1b'), "no colours in a pipe: {all:?}");
    all
}

#[test]
fn a_check_ends_with_the_code_of_its_verdict() {
    let root = workbook();
    let told =
        command(root.path()).args(["check", "a"]).env("RUST_BACKTRACE", "1").output().unwrap();
    assert!(!String::from_utf8_lossy(&told.stdout).contains("backtrace"), "{told:?}");
    prints(&root, &["check", "a"], 1, &["FAIL twice two is four", "cargo workbook hint a"]);
    save(&root, "2 *");
    prints(&root, &["check"], 3, &["It does not compile yet."]);
    save(&root, "loop {}");
    prints(&root, &["check", "1.1"], 4, &["(never finished)"]);
    save(&root, "std::process::exit(124)");
    prints(&root, &["check", "1.1"], 4, &["(kept the thread)"]);
    save(&root, RIGHT);
    prints(&root, &["check", "01_x/a"], 0, &["All rules hold. Next: Doubling again"]);
    prints(&root, &["next"], 0, &["exercises/01_x/b/src/lib.rs"]);
    prints(&root, &["list"], 0, &["1 of 2 done", "ok    1.1"]);
    // Where one stands says which exercise is meant, however deep.
    let folder = root.path().join("exercises/01_x/b/src");
    let output = command(&folder).arg("check").output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).contains("01_x/b"), "{output:?}");
}

#[test]
fn a_name_that_is_none_is_answered_with_the_nearest() {
    let root = workbook();
    prints(&root, &["check", "01-x"], 2, &["01_x/a\n", "01_x/b\n"]);
    prints(&root, &["check", "c"], 2, &["did you mean `a`"]);
    prints(&root, &["--lang", "ru", "check", "c"], 2, &["может быть, вы имели в виду"]);
    prints(&root, &["hint", "nothing-like-it"], 2, &["cargo workbook list"]);
    prints(&root, &["--lang", "xx"], 2, &["none of the languages"]);
    prints(&root, &["reset"], 2, &["not understood"]);
}

#[test]
fn hints_come_one_at_a_time_in_the_learners_language() {
    let root = workbook();
    prints(&root, &["hint"], 0, &["Hint 1 of 2\n\nLook there.\n", "same command again"]);
    prints(&root, &["hint", "a"], 0, &["Hint 2 of 2\n\nUse `2`.\n", "the last one"]);
    prints(&root, &["hint", "a"], 0, &["Hint 2 of 2"]);
    prints(&root, &["hint", "1"], 0, &["Hint 1 of 2"]);
    prints(&root, &["--lang", "ja", "hint", "a", "1"], 0, &["二倍", "そこを見てください。"]);
    prints(&root, &["lang", "ja"], 0, &["日本語"]);
    prints(&root, &["list"], 0, &["2問中0問に合格", "1.1  二倍            a\n"]);
    prints(&root, &["--lang", "en", "list"], 0, &["0 of 2 done"]);
    prints(&root, &["lang", "en"], 0, &[]);
    let chinese = command(root.path()).arg("list").env("LANG", "zh_CN.UTF-8").output().unwrap();
    assert!(String::from_utf8_lossy(&chinese.stdout).contains("0 of 2"), "the saved one wins");
}

#[test]
fn no_code_is_ever_lost() {
    let root = workbook();
    let path = root.path().join("exercises/01_x/a/src/lib.rs");
    let now = || fs::read_to_string(&path).unwrap();
    prints(&root, &["history", "a"], 0, &["No attempt at a"]);
    prints(&root, &["undo", "a"], 1, &["no earlier attempt"]);
    prints(&root, &["reset", "a"], 0, &["is the starting code already"]);
    prints(&root, &["check", "a"], 1, &[]);
    save(&root, "n + 1");
    prints(&root, &["check", "a"], 1, &[]);
    save(&root, "n + 2"); // Never checked.
    let told =
        prints(&root, &["reset", "a"], 0, &["Your code is kept in .workbook/attempts/a/0003.rs"]);
    assert_eq!(now(), code(WRONG), "{told}");
    prints(&root, &["undo", "a"], 0, &["attempt 3"]);
    assert_eq!(now(), code("n + 2"));
    prints(&root, &["undo"], 0, &["attempt 2"]);
    assert_eq!(now(), code("n + 1"));
    prints(
        &root,
        &["history", "a"],
        0,
        &["1  just now  3 lines  .workbook/attempts/a/0001.rs\n", "0002.rs  now"],
    );
    // A file that is gone comes back; and where nothing can be kept, nothing is overwritten.
    fs::remove_file(&path).unwrap();
    prints(&root, &["reset", "a"], 0, &["starting code again"]);
    save(&root, RIGHT);
    fs::remove_dir_all(root.path().join(".workbook")).unwrap();
    fs::write(root.path().join(".workbook"), "").unwrap();
    prints(&root, &["reset", "a"], 1, &["cannot create the folder"]);
    assert_eq!(now(), code(RIGHT));
}

#[test]
fn an_answer_is_shown_to_those_who_have_one_or_insist() {
    let root = workbook();
    prints(&root, &["solution", "a"], 1, &["has not been green yet", "--yes"]);
    prints(&root, &["solution", "a", "--yes"], 0, &["solutions/01_x/a.rs\n\npub fn double"]);
    save(&root, RIGHT);
    prints(&root, &["check", "a"], 0, &[]);
    prints(&root, &["solution", "a"], 0, &["pub fn double"]);
}

#[test]
fn a_doctor_finds_what_is_in_the_way() {
    let root = workbook();
    // Without a lock file or a network cargo cannot know its dependencies; there are none here.
    let told = prints(&root, &["doctor"], 0, &["rustc 1.", "progress", "can be kept"]);
    assert_eq!(told.lines().count(), 6, "{told}");
    fs::create_dir_all(root.path().join("target/debug")).unwrap();
    let held = fs::File::create(root.path().join("target/debug/.cargo-lock")).unwrap();
    held.lock().unwrap();
    prints(&root, &["doctor"], 1, &["another cargo has it"]);
    prints(&root, &["doctor", "--lang", "zh"], 1, &["正被另一个 cargo 占用"]);
}

#[test]
fn a_reader_who_leaves_early_and_a_missing_input_are_no_trouble() {
    let root = workbook();
    let mut list = command(root.path());
    let mut list = list.arg("list").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(list.stdout.take());
    assert_eq!(list.wait().unwrap().code(), Some(0));
    let shell = |script: &str| {
        let mut shell = std::process::Command::new("sh");
        shell.args(["-c", script]).current_dir(root.path());
        shell.env("workbook", env!("CARGO_BIN_EXE_workbook")).output().unwrap()
    };
    let closed = shell("exec \"$workbook\" solution a <&-");
    assert_eq!(closed.status.code(), Some(1), "{closed:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_check_that_is_interrupted_leaves_no_process() {
    let root = workbook();
    save(&root, SPINNING);
    let mut check = command(root.path());
    let mut check = check.args(["check", "a"]).env("WORKBOOK_LIMIT_SECONDS", "1000");
    check = check.stdout(Stdio::null()).stderr(Stdio::null());
    let mut check = check.spawn().unwrap();
    wait_until("a test spins", || spins(&root));
    send("INT", &check);
    assert_eq!(check.wait().unwrap().code(), Some(130));
    wait_until("every process ends", || processes(&root).is_empty());
}
