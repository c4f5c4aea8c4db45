//! Which files have other contents than a moment ago.
//!
//! This looks at the files, many times a second, and asks the system for no events: inotify says
//! nothing about a folder that is mounted into WSL or a dev container, each editor saves with another
//! dance of temporary files, and the crate for it would build tokio a second time for the learner,
//! because it asks for another feature of tokio's own dependency `mio`.
//! A look at fifty exercises takes less than half a millisecond, and one at a single folder a fiftieth
//! of that.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs::{DirEntry, Metadata};
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use tokio::select;
use tokio::time::{MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;

/// Calls `changed` with the files below the tree's folder whenever some have other contents.
///
/// Most saves are of what was saved last: its folder is looked at [`OFTEN`] times in `every`.
///
/// # Errors
///
/// Looking at the files panicked.
pub(crate) async fn watch(
    mut tree: Tree,
    every: Duration,
    stop: CancellationToken,
    changed: impl Fn(&[PathBuf]),
) -> Result<()> {
    let mut ticks = interval(every / OFTEN);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut recent: Option<PathBuf> = None;
    for round in (0..OFTEN).cycle() {
        select! {
            _ = ticks.tick() => {}
            () = stop.cancelled() => break,
        }
        let folder = match &recent {
            _ if round == 0 => tree.folder.clone(),
            Some(recent) => recent.clone(),
            None => continue,
        };
        let look = move || {
            let paths = tree.look(&folder);
            (tree, paths)
        };
        let paths;
        (tree, paths) = tokio::task::spawn_blocking(look).await.context("cannot look at files")?;
        if let Some(path) = paths.first() {
            recent = path.parent().map(Path::to_owned);
            changed(&paths);
        }
    }
    Ok(())
}

const OFTEN: u32 = 5;

/// The files below a folder as they were at the last look.
#[derive(Debug)]
pub(crate) struct Tree {
    folder: PathBuf,
    files: BTreeMap<PathBuf, File>,
}

#[derive(Debug, Clone, Copy, Default)]
struct File {
    modified: Option<SystemTime>,
    length: u64,
    contents: u64,
}

impl Tree {
    /// Looks for the first time.
    pub(crate) fn new(folder: PathBuf) -> Tree {
        let mut tree = Tree { folder: folder.clone(), files: BTreeMap::new() };
        tree.look(&folder);
        tree
    }

    /// The files below `folder` that are new or have other contents.
    ///
    /// A file that has gone is remembered: many editors remove a file to save it.
    fn look(&mut self, folder: &Path) -> Vec<PathBuf> {
        let mut changed = Vec::new();
        visit(folder, &mut |path, metadata| {
            let known = self.files.get(&path).copied();
            let modified = metadata.modified().ok();
            if known.is_some_and(|file| {
                file.modified == modified && file.length == metadata.len() && is_settled(modified)
            }) {
                return;
            }
            let Ok(bytes) = std::fs::read(&path) else { return };
            let mut hasher = DefaultHasher::new();
            hasher.write(&bytes);
            let file = File { modified, length: metadata.len(), contents: hasher.finish() };
            if known.is_none_or(|known| known.contents != file.contents) {
                changed.push(path.clone());
            }
            self.files.insert(path, file);
        });
        changed
    }
}

/// Whether a further save would be sure to change the time: some file systems count in 2 seconds.
fn is_settled(modified: Option<SystemTime>) -> bool {
    modified.and_then(|time| time.elapsed().ok()).is_some_and(|age| age > Duration::from_secs(3))
}

/// What cannot be read is passed over: it may have been removed since it was listed.
fn visit(folder: &Path, file: &mut impl FnMut(PathBuf, Metadata)) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten().filter(is_wanted) {
        match entry.metadata() {
            Ok(metadata) if metadata.is_dir() => visit(&entry.path(), file),
            Ok(metadata) if metadata.is_file() => file(entry.path(), metadata),
            _ => {}
        }
    }
}

/// Not what cargo builds, nor what editors keep beside a file.
fn is_wanted(entry: &DirEntry) -> bool {
    let name = entry.file_name();
    let name = name.to_string_lossy();
    name != "target" && !name.starts_with('.') && !name.ends_with('~')
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn only_other_contents_count() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lib.rs");
        fs::write(&path, "one").unwrap();
        let mut tree = Tree::new(folder.path().to_owned());
        let mut look = || tree.look(folder.path());
        assert!(look().is_empty());

        fs::write(&path, "one").unwrap();
        assert!(look().is_empty(), "saved without a change");

        fs::write(&path, "two").unwrap();
        assert_eq!(look(), std::slice::from_ref(&path), "same length, saved at once");
        assert!(look().is_empty());

        fs::remove_file(&path).unwrap();
        assert!(look().is_empty());
        fs::write(&path, "two").unwrap();
        assert!(look().is_empty(), "removed and written again");

        fs::write(folder.path().join("lib.rs~"), "").unwrap();
        fs::create_dir(folder.path().join("target")).unwrap();
        fs::write(folder.path().join("target/x.rs"), "").unwrap();
        assert!(look().is_empty());
        fs::write(folder.path().join("new.rs"), "").unwrap();
        assert_eq!(look(), [folder.path().join("new.rs")]);
    }
}
