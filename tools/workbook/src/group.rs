//! A process and everything it starts, as one thing that can be killed.
//!
//! Against a SIGKILL of the command itself it does nothing. What then goes on ends by itself: a compiler
//! when it is done, and a check by probe's watchdog, which runs in the check's own process, after five
//! seconds. Linux could send a signal when a parent dies, but only the child can ask for that, between
//! `fork` and `exec`, where Rust calls all code unsafe.

#[cfg(unix)]
pub(crate) use unix::Group;
#[cfg(windows)]
pub(crate) use windows::Group;

#[cfg(unix)]
mod unix {
    #[cfg(target_os = "linux")]
    use rustix::param::clock_ticks_per_second;
    use rustix::process::{Pid, Signal, kill_process_group, setpriority_pgrp};
    #[cfg(target_os = "linux")]
    use rustix::process::{Resource, Rlimit, prlimit};
    use std::io;
    use std::process::ExitStatus;
    use std::time::Duration;
    use tokio::process::{Child, ChildStderr, ChildStdout, Command};

    /// A process group. Dropping it kills all of it.
    pub(crate) struct Group {
        leader: Child,
        /// The group's number, which is the leader's, until the group is killed.
        number: Option<Pid>,
    }

    impl Group {
        pub(crate) fn spawn(
            mut command: Command,
            background: bool,
            memory: Option<u64>,
        ) -> io::Result<Group> {
            let leader = command.process_group(0).spawn()?;
            let number = leader.id().and_then(|id| Pid::from_raw(id.cast_signed()));
            if background {
                // Best effort: without it the checks are only slower.
                let _ = setpriority_pgrp(number, 10);
            }
            #[cfg(target_os = "linux")]
            if memory.is_some() {
                // Best effort as well. A beginning that is over already has not used much.
                let limit = Rlimit { current: memory, maximum: memory };
                let _ = prlimit(number, Resource::Data, limit);
            }
            #[cfg(not(target_os = "linux"))]
            let _ = memory; // One's own limits can be set, but not a child's.
            Ok(Group { leader, number })
        }

        pub(crate) fn pipes(&mut self) -> (ChildStdout, ChildStderr) {
            let (stdout, stderr) = (self.leader.stdout.take(), self.leader.stderr.take());
            (stdout.expect("stdout is piped"), stderr.expect("stderr is piped"))
        }

        pub(crate) async fn wait(&mut self) -> io::Result<ExitStatus> {
            self.leader.wait().await
        }

        /// The time of the processor that the living members have used, where the system tells.
        #[cfg(target_os = "linux")]
        pub(crate) fn used(&self) -> Option<Duration> {
            let number = self.number?.as_raw_nonzero().get().to_string();
            let mut ticks: u64 = 0;
            for process in std::fs::read_dir("/proc").ok()?.flatten() {
                let stat = std::fs::read_to_string(process.path().join("stat")).unwrap_or_default();
                // Behind the name, which may hold anything: state, parent, group, and so on.
                let Some((_, fields)) = stat.rsplit_once(") ") else { continue };
                let fields: Vec<&str> = fields.split(' ').collect();
                if fields.get(2) == Some(&number.as_str()) {
                    let times = [11, 12].map(|place| fields.get(place)?.parse::<u64>().ok());
                    ticks += times.into_iter().flatten().sum::<u64>();
                }
            }
            Some(Duration::from_millis(ticks * 1000 / clock_ticks_per_second()))
        }

        #[cfg(not(target_os = "linux"))]
        pub(crate) fn used(&self) -> Option<Duration> {
            None
        }

        // ANCHOR: kill
        /// Kills the leader and, also when it has exited, whatever it left behind.
        ///
        /// A number is not given to another process while a member of its group lives; once, because
        /// afterwards it may be.
        pub(crate) fn kill(&mut self) {
            if let Some(number) = self.number.take() {
                let _ = kill_process_group(number, Signal::KILL); // Nobody left is no failure.
            }
        }
    }

    impl Drop for Group {
        fn drop(&mut self) {
            self.kill(); // tokio waits for the leader behind our back.
        }
    }
    // ANCHOR_END: kill
}

#[cfg(windows)]
mod windows {
    use process_wrap::tokio::{ChildWrapper, CommandWrap, JobObject, KillOnDrop};
    use std::io;
    use std::process::ExitStatus;
    use std::time::Duration;
    use tokio::process::{ChildStderr, ChildStdout, Command};

    /// A job object. Dropping it kills every process in it.
    pub(crate) struct Group(Box<dyn ChildWrapper>);

    impl Group {
        pub(crate) fn spawn(
            command: Command,
            _background: bool,
            _memory: Option<u64>,
        ) -> io::Result<Group> {
            CommandWrap::from(command).wrap(KillOnDrop).wrap(JobObject).spawn().map(Group)
        }

        pub(crate) fn pipes(&mut self) -> (ChildStdout, ChildStderr) {
            let (stdout, stderr) = (self.0.stdout().take(), self.0.stderr().take());
            (stdout.expect("stdout is piped"), stderr.expect("stderr is piped"))
        }

        pub(crate) fn used(&self) -> Option<Duration> {
            None
        }

        pub(crate) async fn wait(&mut self) -> io::Result<ExitStatus> {
            self.0.wait().await
        }

        pub(crate) fn kill(&mut self) {
            let _ = self.0.start_kill(); // Nobody left is no failure.
        }
    }
}
