use anyhow::{Context, Result};
use std::ffi::OsString;
use std::fs;
use std::io::Write as _;
use std::path::Path;

/// Gives a file other contents. Whoever reads it, whenever, gets the old or the new ones, never a part.
///
/// # Errors
///
/// The file's folder cannot be written to; the file is as it was.
pub(crate) fn replace(path: &Path, contents: &[u8]) -> Result<()> {
    // What stands behind a link is replaced, not the link.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    // Editors, cargo and the watcher overlook a name that begins with a dot. The process's number keeps
    // two commands apart.
    let mut name = OsString::from(format!(".{}.", std::process::id()));
    name.push(path.file_name().unwrap_or_default());
    let draft = path.with_file_name(name);
    let written = write(&draft, contents).and_then(|()| {
        if let Ok(old) = fs::metadata(&path) {
            fs::set_permissions(&draft, old.permissions())?;
        }
        fs::rename(&draft, &path)
    });
    if written.is_err() {
        let _ = fs::remove_file(&draft);
    }
    written.with_context(|| format!("cannot write {}", path.display()))
}

fn write(path: &Path, contents: &[u8]) -> std::io::Result<()> {
    let mut file = fs::File::create(path)?;
    file.write_all(contents)?;
    // Else a power cut may keep the new name and lose what is in it.
    file.sync_all()
}
