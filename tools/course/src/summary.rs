use crate::text;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// A line of `SUMMARY.md`: `[title](file)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub title: String,
    /// Relative to the folder of `SUMMARY.md`, with forward slashes.
    pub file: String,
    /// Counted from 1.
    pub line: usize,
}

/// The entries of a `SUMMARY.md`, in order.
#[must_use]
pub fn entries(text: &str) -> Vec<Entry> {
    let mut found = Vec::new();
    let mut open: Option<Entry> = None;
    for (event, range) in Parser::new(text).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                open = Some(Entry {
                    title: String::new(),
                    file: dest_url.trim_start_matches("./").to_owned(),
                    line: text[..range.start].matches('\n').count() + 1,
                });
            }
            Event::End(TagEnd::Link) => found.extend(open.take()),
            event => {
                if let Some(entry) = &mut open {
                    entry.title.extend(text::of(&event));
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_a_link_with_its_line() {
        let text = "# Summary\n\n[Start](introduction.md)\n\n- [A `b` c](01_x/index.md)\n";
        let found = entries(text);
        assert_eq!(found.len(), 2);
        assert_eq!(found[1].title, "A `b` c");
        assert_eq!((found[1].file.as_str(), found[1].line), ("01_x/index.md", 5));
    }
}
