use crate::text;
use anyhow::{Context, Result};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::path::Path;

/// What the tools need to know of a page.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// The first heading.
    pub title: String,
    pub headings: Vec<Heading>,
    /// The Markdown inside each `<details class="hint">`, summary left out, in order.
    pub hints: Vec<String>,
}

/// A heading and its explicit `{#id}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    pub text: String,
    pub id: Option<String>,
    /// Counted from 1.
    pub line: usize,
}

impl Page {
    /// # Errors
    ///
    /// The file cannot be read.
    pub fn read(path: &Path) -> Result<Page> {
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("cannot read the page {}", path.display()))?;
        Ok(Page::parse(&text))
    }

    #[must_use]
    pub fn parse(text: &str) -> Page {
        let mut page = Page { hints: hints(text), ..Page::default() };
        let mut open: Option<Heading> = None;
        let options = Options::ENABLE_HEADING_ATTRIBUTES;
        for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
            match event {
                Event::Start(Tag::Heading { level, id, .. }) => {
                    open = Some(Heading {
                        level: level as u8,
                        text: String::new(),
                        id: id.map(|id| id.to_string()),
                        line: text[..range.start].matches('\n').count() + 1,
                    });
                }
                Event::End(TagEnd::Heading(level)) => {
                    if let Some(heading) = open.take() {
                        if level == HeadingLevel::H1 && page.title.is_empty() {
                            page.title.clone_from(&heading.text);
                        }
                        page.headings.push(heading);
                    }
                }
                event => {
                    if let Some(heading) = &mut open {
                        heading.text.extend(text::of(&event));
                    }
                }
            }
        }
        page
    }
}

fn hints(text: &str) -> Vec<String> {
    let mut hints = Vec::new();
    let mut open: Option<String> = None;
    for line in text.lines() {
        if line.starts_with("<details class=\"hint\">") {
            open = Some(String::new());
        } else if line.starts_with("</details>") {
            hints.extend(open.take().map(|hint| hint.trim().to_owned()));
        } else if let Some(hint) = &mut open
            && !line.starts_with("<summary>")
        {
            hint.push_str(line);
            hint.push('\n');
        }
    }
    hints
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_a_title_headings_with_ids_and_hints() {
        let page = Page::parse(
            "# The `x` page {#top}\n\n## Predict {#predict}\n\n```text\n# no heading\n```\n\n\
             <details class=\"hint\">\n<summary>Hint 1</summary>\n\nLook *there*.\n\n</details>\n",
        );
        assert_eq!(page.title, "The `x` page");
        let ids: Vec<_> = page.headings.iter().map(|h| h.id.as_deref()).collect();
        assert_eq!(ids, [Some("top"), Some("predict")]);
        assert_eq!(page.headings[1].line, 3);
        assert_eq!(page.hints, ["Look *there*."]);
    }
}
