use anyhow::{Result, bail};
use course::include_faults;
use mdbook_driver::MDBook;
use std::path::Path;

/// # Errors
///
/// A page includes a file or an anchor that is not there.
pub(crate) fn check(source: &Path, book: &MDBook) -> Result<()> {
    let mut faults = Vec::new();
    for chapter in book.book.chapters() {
        if let Some(file) = &chapter.source_path {
            faults.extend(include_faults(&source.join(file), &chapter.content));
        }
    }
    if !faults.is_empty() {
        bail!("{}", faults.join("\n"));
    }
    Ok(())
}
