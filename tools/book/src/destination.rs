use crate::site::Files;
use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The folder is emptied before the site is written, and mdBook's default is `book`, where the sources are.
///
/// # Errors
///
/// Building into `dest` would delete something that we did not write.
pub(crate) fn check(root: &Path, dest: &Path) -> Result<()> {
    let (sources, target) = (real(&root.join("book"))?, real(&root.join("target"))?);
    let real = real(dest)?;
    if real.starts_with(&sources) || sources.starts_with(&real) {
        bail!(
            "the folder is emptied before the book is written, and building into {} would delete the \
             pages in {}; let `build-dir` in book.toml be \"target/book\"",
            dest.display(),
            sources.display()
        );
    }
    // A book has a file `.nojekyll`, but not if we were killed half-way: below `target` all is ours.
    if !real.starts_with(target) && !real.join(".nojekyll").exists() && !is_empty(&real)? {
        bail!(
            "{} holds something else than a book, and that would be deleted; choose an empty folder",
            dest.display()
        );
    }
    Ok(())
}

/// Puts the files where the book was before.
///
/// # Errors
///
/// The folder cannot be emptied or written.
pub(crate) fn write(dest: &Path, files: &Files) -> Result<()> {
    let failed = |path: &Path| format!("cannot write {}", path.display());
    // The folder itself stays: mdBook runs us in it.
    std::fs::create_dir_all(dest).with_context(|| failed(dest))?;
    for entry in std::fs::read_dir(dest).with_context(|| failed(dest))? {
        let path = entry.with_context(|| failed(dest))?.path();
        let removed = match path.is_dir() && !path.is_symlink() {
            true => std::fs::remove_dir_all(&path),
            false => std::fs::remove_file(&path),
        };
        removed.with_context(|| format!("cannot remove {}", path.display()))?;
    }
    for (name, bytes) in files {
        let path = dest.join(name);
        let folder = path.parent().unwrap_or(dest);
        std::fs::create_dir_all(folder).with_context(|| failed(folder))?;
        std::fs::write(&path, bytes).with_context(|| failed(&path))?;
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
