//! `**` beside a bracket or a quotation mark is often no emphasis to Markdown, above all without spaces between
//! words, and stays on the page as two asterisks. GitHub shows the same.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use tidy::settle;

#[test]
fn emphasis_is_alive() {
    let mut faults = Vec::new();
    let course = tidy::course();
    let languages = course.languages().expect("`book` can be listed");
    for path in languages.iter().flat_map(|language| tidy::texts(&course, language)) {
        let text = tidy::read(&path).expect("a page can be read");
        for (at, mark) in dead_marks(&text) {
            let line = text[..at].matches('\n').count() + 1;
            let around: String = text[at..].chars().take(12).collect();
            faults.push(format!("{}:{line}: dead {mark:?} in {around:?}", tidy::shown(&path)));
        }
        for (number, line) in text.lines().enumerate() {
            if line.contains("__") && !line.contains('`') && !line.starts_with("{{#") {
                faults.push(format!("{}:{}: `__`; write `**`", tidy::shown(&path), number + 1));
            }
        }
    }
    settle(
        &faults,
        "put the marks inside of the quotation marks (「**so**」, «**so**») or a space outside of them.",
    );
}

/// Marks that stayed text. pulldown-cmark gives each delimiter that has no partner as a text of its own.
fn dead_marks(text: &str) -> Vec<(usize, String)> {
    let mut dead = Vec::new();
    let mut in_code = false;
    for (event, range) in Parser::new_ext(text, tidy::options()).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(part) if !in_code && is_mark(&part) => {
                let before = text[..range.start].chars().next_back().unwrap_or(' ');
                let after = text[range.end..].chars().next().unwrap_or(' ');
                let escaped = before == '\\';
                let spaced = before.is_whitespace() && after.is_whitespace(); // 2 * 3
                let in_word = part.starts_with('_')
                    && (before.is_ascii_alphanumeric() || after.is_ascii_alphanumeric());
                if !escaped && !spaced && !in_word {
                    dead.push((range.start, part.to_string()));
                }
            }
            _ => {}
        }
    }
    dead
}

fn is_mark(text: &str) -> bool {
    !text.is_empty()
        && (text.chars().all(|c| c == '*') || text.chars().all(|c| c == '_') || text == "~~")
}

#[test]
fn dead_marks_are_found_and_living_ones_are_not() {
    for dead in [
        "这是**“重要”**的词",
        "使用**`spawn`**来",
        "これは*「強調」*です",
        "**注意：**不要",
        "это**«важно»**слово",
    ] {
        assert!(!dead_marks(dead).is_empty(), "{dead}");
    }
    for alive in [
        "这是**重要**的词",
        "`a**b`",
        "2 * 3",
        r"\*\*不\*\*",
        "snake_case_name",
        "**注意**：不要",
        "「**重要**」です",
    ] {
        assert_eq!(dead_marks(alive), [], "{alive}");
    }
}
