use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// mdBook empties the folder that it builds into, and its default is `book`, where the sources are.
///
/// # Errors
///
/// Building into `dest` would delete something that mdBook did not write.
pub(crate) fn check(root: &Path, dest: &Path) -> Result<()> {
    let (sources, target) = (real(&root.join("book"))?, real(&root.join("target"))?);
    let real = real(dest)?;
    if real.starts_with(&sources) || sources.starts_with(&real) {
        bail!(
            "mdBook empties the folder it builds into, and building into {} would delete the pages \
             in {}; let `build-dir` in book.toml be \"target/book\"",
            dest.display(),
            sources.display()
        );
    }
    // mdBook leaves `.nojekyll` behind, but not if it was killed half-way: below `target` all is ours.
    if !real.starts_with(target) && !real.join(".nojekyll").exists() && !is_empty(&real)? {
        bail!(
            "{} holds something else than a book, and mdBook would delete it; choose an empty folder",
            dest.display()
        );
    }
    Ok(())
}

/// The path without links and dots; what does not exist yet is taken as it is written.
fn real(path: &Path) -> Result<PathBuf> {
    let mut missing: Vec<OsString> = Vec::new();
    let mut known = std::path::absolute(path)
        .with_context(|| format!("{} is not a path to build into", path.display()))?;
    loop {
        if let Ok(real) = known.canonicalize() {
            return Ok(real.join(missing.iter().rev().collect::<PathBuf>()));
        }
        // Folders that do not exist have no name if they end in `..`.
        let name = known.file_name().with_context(|| {
            format!(
                "{} leads through folders that do not exist; write it without `..`",
                path.display()
            )
        })?;
        missing.push(name.to_owned());
        known.pop();
    }
}

fn is_empty(folder: &Path) -> Result<bool> {
    if !folder.exists() {
        return Ok(true);
    }
    let mut entries = std::fs::read_dir(folder)
        .with_context(|| format!("cannot build into {}", folder.display()))?;
    Ok(entries.next().is_none())
}
