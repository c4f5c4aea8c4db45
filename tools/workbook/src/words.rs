//! Everything that the command says.
//!
//! A language is a value of [`Words`]: one that lacks a sentence, or gives it other arguments, does not
//! compile. What is counted is a function, because languages count differently.

mod en;
mod ja;
mod ru;
mod zh;

pub(crate) use en::EN;
pub(crate) use ja::JA;
pub(crate) use ru::RU;
pub(crate) use zh::ZH;

/// How long ago something was.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Age {
    Moments,
    Minutes(u64),
    Hours(u64),
    Days(u64),
}

impl Age {
    pub(crate) fn of(seconds: u64) -> Age {
        match seconds {
            0..60 => Age::Moments,
            60..3600 => Age::Minutes(seconds / 60),
            3600..86400 => Age::Hours(seconds / 3600),
            _ => Age::Days(seconds / 86400),
        }
    }
}

type Text = &'static str;
type With = fn(&str) -> String;
type With2 = fn(&str, &str) -> String;

#[derive(Debug)]
pub(crate) struct Words {
    pub(crate) session: Session,
    pub(crate) verdict: Verdict,
    pub(crate) hang: Hang,
    /// None, where the language is the one that probe speaks.
    pub(crate) faults: Option<Faults>,
    pub(crate) names: Names,
    pub(crate) commands: Commands,
    pub(crate) doctor: Doctor,
}

/// While `cargo workbook` watches.
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) book_in_work: With,
    /// The path of the code.
    pub(crate) open_and_save: With,
    pub(crate) all_done: Text,
    pub(crate) second: Text,
    /// The reason.
    pub(crate) unsaved: With,
    /// The file, and how many of its lines.
    pub(crate) unread: fn(&str, usize) -> String,
    pub(crate) book_ready: With,
    pub(crate) book_failed: Text,
    pub(crate) error: Text,
    pub(crate) compiling: Text,
    pub(crate) waiting: Text,
    pub(crate) running: Text,
    /// A page that reloads by itself.
    pub(crate) book_waiting: Text,
    /// The port.
    pub(crate) port_taken: fn(u16) -> String,
    pub(crate) no_exercise: Text,
}

/// What came out of a check.
#[derive(Debug)]
pub(crate) struct Verdict {
    pub(crate) does_not_compile: Text,
    pub(crate) no_rule: Text,
    pub(crate) all_hold: Text,
    /// Title and path.
    pub(crate) next: With2,
    pub(crate) nothing_left: Text,
    /// The page's address.
    pub(crate) task: With,
    /// The exercise's name.
    pub(crate) hint: With,
    pub(crate) kept_the_thread: Text,
    pub(crate) never_finished: Text,
    pub(crate) printed_too_much: Text,
    pub(crate) ended_the_process: Text,
}

/// Why a rule came to no end of its own.
#[derive(Debug)]
pub(crate) struct Hang {
    /// Seconds.
    pub(crate) killed_after: fn(u64) -> String,
    pub(crate) asleep: Text,
    pub(crate) spinning: Text,
    pub(crate) flooded: Text,
    pub(crate) stack_overflow: Text,
    pub(crate) out_of_memory: Text,
    pub(crate) aborted: Text,
    /// By the system.
    pub(crate) killed: Text,
    pub(crate) signal: fn(i32) -> String,
    pub(crate) exited: fn(i32) -> String,
}

/// What a failure means that probe calls by a name, and its usual causes: a line for each.
#[derive(Debug)]
pub(crate) struct Faults {
    pub(crate) deadlock: Text,
    /// Still woken after a day of the paused clock, or not done after a thousand polls.
    pub(crate) never_ends: Text,
    pub(crate) never_rests: Text,
    pub(crate) waits_outside: Text,
    pub(crate) stuck_asleep: Text,
    pub(crate) stuck_computing: Text,
    /// The system does not tell.
    pub(crate) stuck_unknown: Text,
    pub(crate) left_running: Text,
    pub(crate) unseen_panic: Text,
    pub(crate) double_panic: Text,
    pub(crate) too_few_points: Text,
    pub(crate) nothing_to_cut: Text,
    pub(crate) abandoned: Text,
}

/// When a name was typed.
#[derive(Debug)]
pub(crate) struct Names {
    pub(crate) unknown: With,
    /// The typed one and the nearest one.
    pub(crate) unknown_but: With2,
    /// The typed one; the list follows.
    pub(crate) several: With,
    /// What was typed.
    pub(crate) not_understood: With,
    pub(crate) unknown_language: With,
}

#[derive(Debug)]
pub(crate) struct Commands {
    pub(crate) usage: Text,
    /// Done, and of how many.
    pub(crate) done: fn(usize, usize) -> String,
    /// The number, and of how many.
    pub(crate) hint: fn(usize, usize) -> String,
    pub(crate) next_hint: Text,
    pub(crate) last_hint: Text,
    pub(crate) no_hint: With,
    pub(crate) untouched: With,
    /// Where the replaced code is.
    pub(crate) kept: With,
    pub(crate) restored: With,
    /// The code's path and the attempt's number.
    pub(crate) undone: With2,
    pub(crate) nothing_before: Text,
    pub(crate) no_attempt: With,
    pub(crate) current: Text,
    pub(crate) lines: fn(usize) -> String,
    pub(crate) ago: fn(Age) -> String,
    pub(crate) not_green: With,
    pub(crate) show_anyway: Text,
    pub(crate) needs_yes: Text,
    pub(crate) building: Text,
    pub(crate) language_saved: Text,
}

#[derive(Debug)]
pub(crate) struct Doctor {
    pub(crate) toolchain: Text,
    /// The version that is needed.
    pub(crate) too_old: With,
    pub(crate) no_cargo: Text,
    pub(crate) linker: Text,
    pub(crate) fast_linker: Text,
    pub(crate) system_linker: Text,
    pub(crate) offline: Text,
    pub(crate) offline_ready: Text,
    pub(crate) fetch: Text,
    pub(crate) lock: Text,
    pub(crate) lock_free: Text,
    pub(crate) lock_held: Text,
    pub(crate) drive: Text,
    /// The kind of file system.
    pub(crate) slow_drive: With,
    pub(crate) saving: Text,
    pub(crate) saved: Text,
    /// The reason.
    pub(crate) not_saved: With,
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_width::UnicodeWidthStr as _;

    #[test]
    fn the_usage_is_the_same_table_in_every_language() {
        /// Where what a command does begins, in columns.
        const COLUMN: usize = 21;
        let commands = |words: &Words| -> Vec<String> {
            let lines = words
                .commands
                .usage
                .lines()
                .filter(|line| line.starts_with("  ") && !line.starts_with("   "));
            let rows = lines.filter_map(|line| line[2..].split_once("  ").map(|row| (line, row)));
            rows.map(|(line, (command, explanation))| {
                let at = line.width() - explanation.trim_start().width();
                assert_eq!(at, COLUMN, "{line}");
                command.split(' ').next().unwrap_or_default().to_owned()
            })
            .filter(|command| command.is_ascii())
            .collect()
        };
        let english = commands(&EN);
        assert_eq!(english.len(), 15, "{english:?}");
        for words in [&RU, &JA, &ZH] {
            assert_eq!(commands(words), english);
        }
    }

    #[test]
    fn an_age_is_told_in_the_largest_unit() {
        let ages = [59, 60, 3599, 3600, 86399, 86400].map(|age| (EN.commands.ago)(Age::of(age)));
        let expected = [
            "just now",
            "1 minute ago",
            "59 minutes ago",
            "1 hour ago",
            "23 hours ago",
            "1 day ago",
        ];
        assert_eq!(ages, expected);
    }
}
