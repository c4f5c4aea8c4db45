use crate::read;
use std::path::{Path, PathBuf};

/// An `{{#include path:anchor}}` of a page.
#[derive(Debug)]
pub struct Include {
    /// Counted from 1.
    pub line: usize,
    pub file: PathBuf,
    pub anchor: Option<String>,
}

/// The includes of a page, in order.
///
/// # Panics
///
/// The page cannot be read.
#[must_use]
pub fn includes(page: &Path) -> Vec<Include> {
    let text = read(page).expect("a page can be read");
    let folder = page.parent().expect("a page lies in a folder");
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let mut rest = line;
        while let Some(start) = rest.find("{{#") {
            let inside = &rest[start + 3..];
            let Some(end) = inside.find("}}") else { break };
            if let Some((_, target)) = inside[..end].split_once(' ') {
                let (file, anchor) = match target.trim().split_once(':') {
                    Some((file, anchor)) => (file, Some(anchor.to_owned())),
                    None => (target.trim(), None),
                };
                found.push(Include { line: number + 1, file: folder.join(file), anchor });
            }
            rest = &inside[end..];
        }
    }
    found
}
