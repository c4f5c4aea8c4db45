use crate::options;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// The lines of running text of a page by their numbers, counted from 1, summaries of folded parts included, with `c`
/// in the place of inline code and `|` at the end of a table's cell.
#[must_use]
pub fn prose(text: &str) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    let mut in_code = false;
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        let number = text[..range.start].matches('\n').count() + 1;
        let part = match event {
            Event::Start(Tag::CodeBlock(_)) => {
                in_code = true;
                continue;
            }
            Event::End(TagEnd::CodeBlock) => {
                in_code = false;
                continue;
            }
            Event::Text(part) if !in_code => part.to_string(),
            Event::Code(_) => "c".to_owned(),
            Event::Html(html) => match summary(&html) {
                Some(summary) => summary.to_owned(),
                None => continue,
            },
            Event::End(TagEnd::TableCell) => "|".to_owned(),
            _ => continue,
        };
        match lines.last_mut() {
            Some((last, line)) if *last == number => line.push_str(&part),
            _ => lines.push((number, part)),
        }
    }
    lines
}

/// What `<summary>` says; to Markdown it is HTML.
fn summary(html: &str) -> Option<&str> {
    html.trim().strip_prefix("<summary>")?.strip_suffix("</summary>")
}

#[test]
fn running_text_is_all_that_is_read_as_text() {
    let page = "# A {#a}\n\nsome `code`\n\n<details>\n<summary>… why?</summary>\n\n```rust\nno\n```\n\n\
                </details>\n\n| a | b |\n|---|---|\n| c | d |\n";
    let lines = prose(page);
    let text: Vec<&str> = lines.iter().map(|(_, line)| line.as_str()).collect();
    assert_eq!(text, ["A", "some c", "… why?", "a|b|", "c|d|"]);
    assert_eq!(lines[2].0, 6);
}
