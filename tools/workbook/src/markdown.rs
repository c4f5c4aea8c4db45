//! A hint from a page, as plain lines for a terminal.

use crate::columns::wrapped;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// Paragraphs in lines of at most `width` columns; code indented and as it is.
pub(crate) fn plain(markdown: &str, width: usize) -> String {
    let mut blocks: Vec<String> = Vec::new();
    let mut open = String::new();
    let (mut code, mut bullet) = (false, "");
    for event in Parser::new(markdown) {
        match event {
            Event::Start(Tag::Item) => bullet = "* ",
            Event::Start(Tag::CodeBlock(_)) => {
                close(&mut blocks, &mut open, &mut bullet, width);
                code = true;
            }
            Event::End(TagEnd::CodeBlock) => {
                let lines = open.lines().map(|line| format!("    {line}").trim_end().to_owned());
                blocks.push(lines.collect::<Vec<_>>().join("\n"));
                open.clear();
                code = false;
            }
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_)) => {
                close(&mut blocks, &mut open, &mut bullet, width);
            }
            Event::Text(text) => open.push_str(&text),
            // The marks around code say more to a programmer than a colour would.
            Event::Code(text) => open.push_str(&format!("`{text}`")),
            Event::SoftBreak if !code && is_wide(open.chars().last()) => {} // No space in Chinese.
            Event::SoftBreak => open.push(' '),
            Event::HardBreak => open.push('\n'),
            _ => {}
        }
    }
    close(&mut blocks, &mut open, &mut bullet, width);
    blocks.join("\n\n")
}

fn close(blocks: &mut Vec<String>, open: &mut String, bullet: &mut &str, width: usize) {
    let text = wrapped(&format!("{bullet}{}", open.trim()), width);
    if !open.trim().is_empty() {
        blocks.push(text);
        *bullet = "";
    }
    open.clear();
}

fn is_wide(character: Option<char>) -> bool {
    use unicode_width::UnicodeWidthChar as _;
    character.is_some_and(|character| character.width() == Some(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hint_is_read_without_its_marks() {
        let hint = "Which *calls* of\n`async fn` [wait](x.md)?\n\n```rust\nlet a;\n\n  b\n```\n\n* one\n* two\n";
        let text = "Which calls of `async fn` wait?\n\n    let a;\n\n      b\n\n* one\n\n* two";
        assert_eq!(plain(hint, 78), text);
        assert_eq!(plain("火\n水", 78), "火水");
    }
}
