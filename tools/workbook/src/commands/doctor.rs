//! What may be in the way on this machine, and what to do about it.

use super::{INTERRUPTED, Place, stoppable};
use crate::check::cargo;
use crate::columns::columns;
use crate::process::{self, End, Limits};
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;
use tokio::process::Command;
use tokio_util::sync::CancellationToken;

/// The Rust that the workbook needs.
const WANTED: &str = env!("CARGO_PKG_RUST_VERSION");

/// What was looked at: whether it is right, and what there is to say about it.
type Finding = (bool, String);

impl Place {
    pub(super) async fn doctor(&self) -> Result<ExitCode> {
        let words = &self.language.words().doctor;
        let work = async |stop: &CancellationToken| {
            Ok([
                (words.toolchain, self.toolchain(stop).await),
                (words.linker, self.linker(stop).await),
                (words.offline, self.offline(stop).await),
                (words.lock, self.lock()),
                (words.drive, self.drive()),
                (words.saving, self.saving()),
            ])
        };
        let Some(findings) = stoppable(work).await? else {
            return Ok(ExitCode::from(INTERRUPTED));
        };
        let is_well = findings.iter().all(|(_, (right, _))| *right);
        let rows = findings
            .map(|(what, (right, finding))| vec![self.style.mark(right), what.to_owned(), finding]);
        self.say(&columns(&rows))?;
        Ok(ExitCode::from(u8::from(!is_well)))
    }

    async fn toolchain(&self, stop: &CancellationToken) -> Finding {
        let words = &self.language.words().doctor;
        let mut asking = cargo();
        asking.arg("--version");
        let (Some(cargo), Some(rustc)) = (self.ask(asking, stop).await, self.rustc(stop).await)
        else {
            return (false, words.no_cargo.to_owned());
        };
        let version = rustc.lines().next().unwrap_or_default();
        match newer(version, WANTED) {
            true => (true, format!("{version}, {}", cargo.trim())),
            false => (false, format!("{version}; {}", (words.too_old)(WANTED))),
        }
    }

    async fn linker(&self, stop: &CancellationToken) -> Finding {
        let words = &self.language.words().doctor;
        let rustc = self.rustc(stop).await.unwrap_or_default();
        // Since that version rustc brings lld and uses it, on this system and no other.
        let has_lld = rustc.contains("host: x86_64-unknown-linux-gnu") && newer(&rustc, "1.90");
        (true, if has_lld { words.fast_linker } else { words.system_linker }.to_owned())
    }

    async fn offline(&self, stop: &CancellationToken) -> Finding {
        let words = &self.language.words().doctor;
        let mut asking = cargo();
        asking.args(["metadata", "--offline", "--format-version", "1"]);
        match self.ask(asking, stop).await {
            Some(_) => (true, words.offline_ready.to_owned()),
            None => (false, words.fetch.to_owned()),
        }
    }

    /// cargo holds this file while it builds. Looking does not keep it.
    fn lock(&self) -> Finding {
        let words = &self.language.words().doctor;
        let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
        let target = self.root.join(target.unwrap_or_else(|| "target".into()));
        let file = std::fs::File::open(target.join("debug/.cargo-lock"));
        match file.map(|file| file.try_lock_shared()) {
            Ok(Err(std::fs::TryLockError::WouldBlock)) => (false, words.lock_held.to_owned()),
            _ => (true, words.lock_free.to_owned()),
        }
    }

    fn drive(&self) -> Finding {
        const SLOW: [&str; 8] =
            ["9p", "drvfs", "nfs", "nfs4", "cifs", "smb3", "vboxsf", "fuse.sshfs"];
        let kind = file_system(&self.root).unwrap_or_else(|| "?".to_owned());
        match SLOW.contains(&kind.as_str()) {
            true => (false, (self.language.words().doctor.slow_drive)(&kind)),
            false => (true, kind),
        }
    }

    fn saving(&self) -> Finding {
        let words = &self.language.words().doctor;
        match self.record.probe() {
            Ok(()) => (true, words.saved.to_owned()),
            Err(error) => (false, (words.not_saved)(&format!("{error:#}"))),
        }
    }

    async fn rustc(&self, stop: &CancellationToken) -> Option<String> {
        let mut asking = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
        asking.arg("-vV");
        self.ask(asking, stop).await
    }

    /// What a command prints, if it succeeds before anybody loses patience.
    async fn ask(&self, mut command: Command, stop: &CancellationToken) -> Option<String> {
        command.current_dir(&self.root);
        let limits = Limits {
            time: Duration::from_secs(30),
            output: 64 << 20,
            memory: None,
            background: false,
        };
        let finished = process::run(command, limits, stop, &|_| ()).await.ok()?;
        matches!(finished.end, End::Exited(status) if status.success()).then_some(finished.stdout)
    }
}

/// Whether the version behind `rustc ` is `wanted` or a newer one.
fn newer(rustc: &str, wanted: &str) -> bool {
    let numbers = |version: &str| -> Option<(u32, u32)> {
        let mut numbers = version.split(['.', '-', ' ']).map(str::parse);
        Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
    };
    rustc.strip_prefix("rustc ").and_then(numbers) >= numbers(wanted)
}

/// The kind of file system that a folder lies on, where the system tells.
fn file_system(folder: &Path) -> Option<String> {
    let folder = folder.canonicalize().ok()?;
    let mounts = std::fs::read_to_string("/proc/self/mounts").ok()?;
    let under = mounts.lines().filter_map(|line| {
        let mut words = line.split(' ').skip(1);
        // A space in a name is written as its number.
        let (mounted, kind) = (words.next()?.replace("\\040", " "), words.next()?);
        folder.starts_with(&mounted).then(|| (mounted.len(), kind.to_owned()))
    });
    // Of two at one place the later one covers the other.
    under.max_by_key(|(length, _)| *length).map(|(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert!(newer("rustc 1.100.0 (x)", "1.90"));
        assert!(newer("rustc 1.90.0-nightly", "1.90"));
        assert!(!newer("rustc 1.9.0", "1.90"));
        assert!(!newer("nonsense", "1.90"));
    }
}
