use super::{Age, Commands, Doctor, Hang, Names, Session, Verdict, Words};

fn count(number: u64, one: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") }
}

pub(crate) const EN: Words = Words {
    session: Session {
        book_in_work: |address| format!("The book: {address} (it is being built)"),
        open_and_save: |path| format!("Open {path} in your editor and save it. Ctrl-C stops."),
        all_done: "Every exercise is green. Save one, and it is checked again. Ctrl-C stops.",
        second: "Another `cargo workbook` is running in this workbook; this one works beside it, \
                 at another address.",
        unsaved: |why| {
            format!("Progress and attempts cannot be kept: {why}. The checks work all the same.")
        },
        unread: |file, number| {
            format!("{file}: {} not understood and passed over.", count(number as u64, "line"))
        },
        book_ready: |address| format!("The book is ready: {address}"),
        book_failed: "the book could not be built; the exercises work without it.",
        error: "error:",
        compiling: "compiling ...",
        waiting: "waiting for another cargo (your editor is checking) ...",
        running: "running the check ...",
        book_waiting: "The book is being built. This page reloads by itself; if it goes on doing \
                       so, look into the terminal.",
        port_taken: |port| {
            format!("cannot use port {port}; leave --port out, and a free one is taken")
        },
        no_exercise: "book/en/SUMMARY.md lists no exercise yet",
    },
    verdict: Verdict {
        does_not_compile: "It does not compile yet.",
        no_rule: "There is no rule to check; put `#[cfg(test)] mod check;` back.",
        all_hold: "All rules hold.",
        next: |title, path| format!("Next: {title}  {path}"),
        nothing_left: "So do those of every other exercise.",
        task: |address| format!("The task and its hints: {address}"),
        hint: |name| format!("A hint: cargo workbook hint {name}"),
        kept_the_thread: "(kept the thread)",
        never_finished: "(never finished)",
        printed_too_much: "(printed too much)",
        ended_the_process: "(ended the process)",
    },
    hang: Hang {
        killed_after: |seconds| format!("It never finished, and was killed after {seconds} s."),
        asleep: "It was asleep: it used no processor time. Usually it waits for something that \
                 nobody will send or wake, for a lock that it holds itself, or in a call that \
                 blocks the thread.",
        spinning: "It was busy all the time. Usually a loop has no end, or goes round without an \
                   `.await` that really waits.",
        flooded: "It printed more than 1 MB, and was killed. This is how it began:",
        stack_overflow: "The stack overflowed, which ends the whole process. Usually a function \
                         calls itself without an end.",
        out_of_memory: "It wanted more memory than it can have, which ends the whole process. \
                        Usually something grows in a loop without an end.",
        aborted: "It aborted the whole process. Usually that is a call of `abort`, or a destructor \
                  that panicked during a panic.",
        killed: "It was killed from outside (SIGKILL). Usually the system does that when memory runs out.",
        signal: |signal| format!("Signal {signal} ended the test's whole process."),
        exited: |code| {
            format!(
                "It left the test's whole process with exit code {code}, before the rule was over."
            )
        },
    },
    faults: None,
    names: Names {
        unknown: |name| format!("no exercise is called `{name}`; see `cargo workbook list`"),
        unknown_but: |name, near| format!("no exercise is called `{name}`; did you mean `{near}`?"),
        several: |name| format!("`{name}` may be one of these; say which:"),
        not_understood: |typed| format!("`{typed}` is not understood; see `cargo workbook --help`"),
        unknown_language: |typed| format!("`{typed}` is none of the languages: en, ru, ja, zh"),
    },
    commands: Commands {
        usage: "\
Shows the book, and checks an exercise whenever you save it. Ctrl-C stops.

Usage: cargo workbook [--port N] [--lang L]
       cargo workbook COMMAND

  check [NAME]       one check: 0 green, 1 red, 3 does not compile, 4 hung
  hint [NAME] [N]    the next hint, or hint N
  list               all exercises and what is done
  next               the exercise to go on with
  reset NAME         puts the starting code back, and keeps yours
  undo [NAME]        puts the attempt before this one back
  history [NAME]     all attempts
  solution NAME      an answer; asks if yours is not green yet (--yes: does not ask)
  build              the book for publishing, in target/book
  doctor             what may be in the way on this machine
  lang L             keeps a language: en, ru, ja, zh

NAME may be a name, chapter/name, a number such as 1.2, or how a name begins.

  --port N           the port of the book's address (default: a free one from 3000 on)
  --lang L           a language for this time
  -h, --help         this text
  -V, --version      the version",
        done: |done, all| format!("{done} of {all} done"),
        hint: |number, all| format!("Hint {number} of {all}"),
        next_hint: "The next one: the same command again.",
        last_hint: "This was the last one.",
        no_hint: |name| format!("The page of {name} has no hint."),
        untouched: |path| format!("{path} is the starting code already."),
        kept: |path| format!("Your code is kept in {path}"),
        restored: |path| format!("{path} is the starting code again. Back: cargo workbook undo"),
        undone: |path, number| format!("{path} is attempt {number} again."),
        nothing_before: "There is no earlier attempt.",
        no_attempt: |name| format!("No attempt at {name} has been checked yet."),
        current: "now",
        lines: |number| count(number as u64, "line"),
        ago: |age| match age {
            Age::Moments => "just now".to_owned(),
            Age::Minutes(number) => format!("{} ago", count(number, "minute")),
            Age::Hours(number) => format!("{} ago", count(number, "hour")),
            Age::Days(number) => format!("{} ago", count(number, "day")),
        },
        not_green: |name| format!("{name} has not been green yet."),
        show_anyway: "Show the answer all the same? [y/N]",
        needs_yes: "Nobody can be asked here: add --yes to see the answer all the same.",
        building: "The book is being built ...",
        language_saved: "The workbook speaks English from now on.",
    },
    doctor: Doctor {
        toolchain: "Rust",
        too_old: |wanted| format!("Rust {wanted} or newer is needed: rustup update"),
        no_cargo: "cannot be started; install it from https://rustup.rs",
        linker: "linker",
        fast_linker: "lld, the fast one",
        system_linker: "the system's; a verdict takes longer than with lld, and that is all",
        offline: "offline",
        offline_ready: "all dependencies are here",
        fetch: "dependencies are missing: cargo fetch, while there is a network",
        lock: "build folder",
        lock_free: "free",
        lock_held: "another cargo has it, perhaps your editor's; a verdict waits for it",
        drive: "drive",
        slow_drive: |kind| {
            format!(
                "{kind}: a mounted drive, where building is slow; move the workbook to a local one"
            )
        },
        saving: "progress",
        saved: "can be kept",
        not_saved: |why| format!("cannot be kept: {why}"),
    },
};
