//! A process that takes everything it started with it when it ends.

use crate::group::Group;
use anyhow::{Context, Result};
use std::pin::pin;
use std::process::{ExitStatus, Stdio};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::process::Command;
use tokio::select;
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;

/// How far a process may go.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    pub(crate) time: Duration,
    /// In bytes, for each of the two streams.
    pub(crate) output: usize,
    /// In bytes, for each process that it consists of, where the system can be told.
    pub(crate) memory: Option<u64>,
    /// Whether it steps back when others want the processor.
    pub(crate) background: bool,
}

#[derive(Debug)]
pub(crate) enum End {
    Exited(ExitStatus),
    /// Killed: it took too long.
    Late,
    /// Killed: it printed too much.
    Flooded,
    /// Killed: nobody wants it any more.
    Stopped,
}

#[derive(Debug)]
pub(crate) struct Finished {
    pub(crate) end: End,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    /// What the group had used of the processor when it was killed for being late, where the system
    /// tells.
    pub(crate) used: Option<Duration>,
}

// ANCHOR: run
/// Runs `command` until it exits, passes a limit or is stopped.
///
/// When this returns, or when its future is dropped, the process and everything it started has exited
/// or been killed. `heard` is shown what is on standard error so far, whenever there is more.
///
/// # Errors
///
/// The command cannot be started or waited for.
pub(crate) async fn run(
    mut command: Command,
    limits: Limits,
    stop: &CancellationToken,
    heard: &(dyn Fn(&[u8]) + Sync),
) -> Result<Finished> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let name = command.as_std().get_program().to_owned();
    let mut group = Group::spawn(command, limits.background, limits.memory)
        .with_context(|| format!("cannot start {}; is it installed?", name.display()))?;

    // Outside of the futures that fill them: what was read survives whichever branch wins.
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let (end, used) = {
        let (out, err) = group.pipes();
        let mut reading = pin!(async {
            tokio::try_join!(
                read(out, &mut stdout, limits.output, &|_| ()),
                read(err, &mut stderr, limits.output, heard),
            )
        });
        let mut late = pin!(sleep(limits.time));
        let mut open = true;
        let end = loop {
            select! {
                () = stop.cancelled() => break End::Stopped,
                () = &mut late => break End::Late,
                read = &mut reading, if open => match read {
                    Ok(_) => open = false,
                    Err(Full) => break End::Flooded,
                },
                status = group.wait() => break End::Exited(status?),
            }
        };
        let used = if matches!(end, End::Late) { group.used() } else { None };
        group.kill();
        group.wait().await?;
        // The last words are still in the pipes. A process that left the group may hold them open.
        let drain = open && matches!(end, End::Exited(_) | End::Late);
        match drain {
            true if matches!(timeout(LAST_WORDS, reading).await, Ok(Err(Full))) => {
                (End::Flooded, None)
            }
            _ => (end, used),
        }
    };
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Ok(Finished { end, stdout: text(stdout), stderr: text(stderr), used })
}
// ANCHOR_END: run

const LAST_WORDS: Duration = Duration::from_secs(1);

/// The stream is longer than anybody will read.
struct Full;

async fn read(
    mut pipe: impl AsyncRead + Unpin,
    into: &mut Vec<u8>,
    limit: usize,
    heard: &(dyn Fn(&[u8]) + Sync),
) -> Result<(), Full> {
    into.reserve(16 * 1024);
    // A pipe that breaks has as little to say as one that ends.
    while let Ok(1..) = pipe.read_buf(into).await {
        if into.len() > limit {
            into.truncate(limit);
            return Err(Full);
        }
        heard(into);
    }
    Ok(())
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;
    use std::time::Instant;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    fn limits(time: Duration) -> Limits {
        Limits { time, output: 1000, memory: None, background: true }
    }

    /// A process that nobody has waited for yet counts as gone: whose task that is depends on the system.
    async fn is_gone(id: &str) {
        let stat = format!("/proc/{}/stat", id.trim());
        let gone = async {
            while std::fs::read_to_string(&stat).is_ok_and(|stat| !stat.contains(") Z ")) {
                sleep(Duration::from_millis(5)).await;
            }
        };
        timeout(Duration::from_secs(10), gone).await.expect("the process ends");
    }

    #[tokio::test]
    async fn what_a_process_leaves_behind_ends_with_it() {
        let stop = CancellationToken::new();
        let start = Instant::now();
        // The one that is left holds the pipe open.
        let script = shell("sleep 1000 & echo $!");
        let finished = run(script, limits(Duration::MAX), &stop, &|_| ()).await.unwrap();
        assert!(matches!(finished.end, End::Exited(status) if status.success()));
        assert!(start.elapsed() < LAST_WORDS, "the pipe was not waited for");
        is_gone(&finished.stdout).await;
    }

    #[tokio::test]
    async fn a_process_ends_at_its_limits_and_its_words_are_kept() {
        let stop = CancellationToken::new();
        let script = shell("sleep 1000 & echo $!; wait");
        let late = run(script, limits(Duration::from_millis(200)), &stop, &|_| ()).await.unwrap();
        assert!(matches!(late.end, End::Late));
        is_gone(&late.stdout).await;
        let flood = run(shell("yes"), limits(Duration::MAX), &stop, &|_| ()).await.unwrap();
        assert!(matches!(flood.end, End::Flooded));
        assert_eq!(flood.stdout.len(), 1000);
    }

    #[tokio::test]
    async fn a_process_ends_when_it_is_stopped_and_when_its_future_is_dropped() {
        let stop = CancellationToken::new();
        let (sender, mut heard) = tokio::sync::watch::channel(String::new());
        let script = || shell("sleep 1000 & echo $! >&2; wait");
        let tell = &|stderr: &[u8]| {
            sender.send_replace(String::from_utf8_lossy(stderr).into_owned());
        };
        let mut running = Box::pin(run(script(), limits(Duration::MAX), &stop, tell));
        select! {
            _ = &mut running => panic!("it ended by itself"),
            _ = heard.changed() => {}
        }
        drop(running);
        let id = heard.borrow_and_update().clone();
        is_gone(&id).await;

        let running = run(script(), limits(Duration::MAX), &stop, tell);
        let stopping = async {
            heard.changed().await.unwrap();
            stop.cancel();
        };
        let (finished, ()) = tokio::join!(running, stopping);
        let finished = finished.unwrap();
        assert!(matches!(finished.end, End::Stopped));
        is_gone(&finished.stderr).await;
    }

    #[tokio::test]
    async fn what_a_group_uses_of_the_processor_is_counted() {
        let mut sleeping = Group::spawn(shell("sleep 1000 & wait"), false, None).unwrap();
        let mut spinning = Group::spawn(shell("while :; do :; done & wait"), false, None).unwrap();
        let busy = async {
            while spinning.used().unwrap() < Duration::from_millis(100) {
                sleep(Duration::from_millis(5)).await;
            }
        };
        timeout(Duration::from_secs(30), busy).await.expect("a child that spins counts");
        assert!(sleeping.used().unwrap() < spinning.used().unwrap());
        for group in [&mut sleeping, &mut spinning] {
            group.kill();
            group.wait().await.unwrap();
        }
    }
}
