//! Code that does not come to an end of its own: one honest sentence, and ready for the next save.

use crate::workbook::*;

/// What is done instead of doubling, and the sentence about it.
const CASES: [(&str, &[&str]); 11] = [
    ("loop {}", &["(never finished)", "killed after 1 s", "It was busy all the time"]),
    (
        "std::thread::sleep(std::time::Duration::MAX); n",
        &["(never finished)", "killed after 1 s", "It was asleep"],
    ),
    (
        "let lock = std::sync::Mutex::new(n); let held = lock.lock(); \
         let n = lock.lock().map_or(0, |n| *n); drop(held); n",
        &["(never finished)", "It was asleep"],
    ),
    (
        "struct Idle; impl std::task::Wake for Idle { fn wake(self: std::sync::Arc<Self>) {} } \
         let waker = std::sync::Arc::new(Idle).into(); \
         let mut never = Box::pin(std::future::pending::<u32>()); \
         loop { if let std::task::Poll::Ready(n) = never.as_mut().poll(&mut std::task::Context::from_waker(&waker)) \
         { return n; } std::thread::park(); }",
        &["(never finished)", "It was asleep"],
    ),
    (
        "loop { println!(\"again\") }",
        &["(printed too much)", "It printed more than 1 MB", "    again\n    again\n"],
    ),
    (
        "fn deeper(n: u32) -> u32 { std::hint::black_box(deeper(n + 1)) + 1 } deeper(n)",
        &["(ended the process)", "The stack overflowed"],
    ),
    ("std::process::abort()", &["(ended the process)", "It aborted the whole process."]),
    (
        "let much: Vec<u8> = Vec::with_capacity(isize::MAX as usize); much.len() as u32 + n",
        &["(ended the process)", "It wanted more memory than it can have"],
    ),
    (
        "let id = std::process::id().to_string(); \
         let _ = std::process::Command::new(\"kill\").args([\"-KILL\", &id]).status(); n",
        &["(ended the process)", "It was killed from outside (SIGKILL)."],
    ),
    ("std::process::exit(0)", &["(ended the process)", "with exit code 0,"]),
    ("2 *", &["error: expected expression", "It does not compile yet."]),
];

#[test]
fn each_way_of_being_stuck_has_its_sentence_and_the_next_save_is_checked() {
    let root = workbook();
    let session = Session::start(&root);
    session.until("The task and its hints");
    for (body, sentences) in CASES {
        save(&root, body);
        let told = session.until("The task and its hints");
        for sentence in sentences {
            assert!(told.contains(sentence), "{body}: {sentence}: {told}");
        }
        assert!(told.lines().count() < 60, "{body}: {told}");
        save(&root, RIGHT);
        let green = session.until("All rules hold.");
        assert!(!green.contains("FAIL"), "{body}: {green}");
    }
    #[cfg(target_os = "linux")]
    {
        wait_until("every process ends", || processes(&root).len() == 1);
    }
}

/// The words are those of a real deadlock; the exercise fails with them as with a check's own.
#[test]
fn a_failure_with_a_name_is_explained_in_the_learners_language() {
    let failed = std::panic::catch_unwind(|| probe::run(std::future::pending::<()>()));
    let words = failed.unwrap_err().downcast::<String>().unwrap();
    let root = workbook();
    std::fs::write(root.path().join("exercises/01_x/a/src/words"), *words).unwrap();
    let fails = "let _ = n; eprintln!(\"{}\", include_str!(\"words\")); \
                 std::panic::resume_unwind(Box::new(()))";
    save(&root, fails);
    let told = |language| {
        let told = command(root.path()).args(["--lang", language, "check", "a"]).output().unwrap();
        String::from_utf8(told.stdout).unwrap()
    };
    let (japanese, english) = (told("ja"), told("en"));
    let card = "\n\n    コードが待っているのに、それを起こす者がいません。\n    よくある原因は、";
    let (_, below) = japanese.split_once(card).unwrap_or_else(|| panic!("{japanese}"));
    assert!(below.contains("いずれかです。\n\n    DEADLOCK  The check waits"), "{japanese}");
    assert!(english.contains("for zero\n\n    DEADLOCK  The check waits"), "{english}");
}

/// Whole gigabytes are asked for, and not one is touched.
#[cfg(target_os = "linux")]
#[test]
fn code_that_grows_without_an_end_leaves_memory_for_others() {
    let root = workbook();
    save(&root, "let mut all = Vec::new(); loop { all.push(Vec::<u32>::with_capacity(1 << 26)); }");
    let session = Session::start(&root);
    let told = session.until("The task and its hints");
    assert!(told.contains("It wanted more memory than it can have"), "{told}");
    assert!(!told.contains("(SIGKILL)"), "{told}");
}

#[test]
fn a_save_while_it_is_stuck_is_checked_at_once() {
    let root = workbook();
    save(&root, SPINNING);
    let mut command = command(root.path());
    // Whoever waited for the limit would wait for ever.
    let session = Session::of(command.args(["--port", "0"]).env("WORKBOOK_LIMIT_SECONDS", "1000"));
    wait_until("a test spins", || spins(&root));
    save(&root, RIGHT);
    assert!(!session.until("All rules hold.").contains("FAIL"));
}
