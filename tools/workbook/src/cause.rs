//! Why a test's process came to an end that is not the test's own.

use crate::words::Hang;
use std::process::ExitStatus;

/// One honest sentence: from the signal or the exit code, and from what the process said before.
pub(crate) fn sentence(status: ExitStatus, words: &str, hang: &Hang) -> String {
    if words.contains("has overflowed its stack") {
        return hang.stack_overflow.to_owned();
    }
    if words.contains("memory allocation of ") {
        return hang.out_of_memory.to_owned();
    }
    match (signal(status), status.code()) {
        (Some(6), _) => hang.aborted.to_owned(),
        (Some(9), _) => hang.killed.to_owned(),
        (Some(signal), _) => (hang.signal)(signal),
        (None, code) => (hang.exited)(code.unwrap_or(0)),
    }
}

#[cfg(unix)]
fn signal(status: ExitStatus) -> Option<i32> {
    std::os::unix::process::ExitStatusExt::signal(&status)
}

#[cfg(not(unix))]
fn signal(_: ExitStatus) -> Option<i32> {
    None
}
