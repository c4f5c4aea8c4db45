//! Code on a page is included from a file that is compiled and run, so that it cannot rot and is the same in
//! every language. Single lines may stand by themselves. Every block says what it is.

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use tidy::settle;

/// What a block may be: code, output, a command line.
const KINDS: [&str; 3] = ["rust", "text", "sh"];

#[test]
fn code_on_pages_is_compiled() {
    let mut faults = Vec::new();
    for path in tidy::pages(&tidy::course()) {
        let text = tidy::read(&path).expect("a page can be read");
        let mut block: Option<(usize, String, String)> = None;
        for (event, range) in Parser::new(&text).into_offset_iter() {
            match event {
                Event::Start(Tag::CodeBlock(kind)) => {
                    let kind = match kind {
                        CodeBlockKind::Fenced(kind) => kind.to_string(),
                        CodeBlockKind::Indented => String::new(),
                    };
                    let line = text[..range.start].matches('\n').count() + 1;
                    block = Some((line, kind, String::new()));
                }
                Event::Text(part) => {
                    if let Some((_, _, code)) = &mut block {
                        code.push_str(&part);
                    }
                }
                Event::End(TagEnd::CodeBlock) => {
                    let Some((line, kind, code)) = block.take() else { continue };
                    let place = format!("{}:{line}", tidy::shown(&path));
                    if !KINDS.contains(&kind.as_str()) {
                        faults.push(format!(
                            "{place}: a block must be one of {KINDS:?}, not {kind:?}"
                        ));
                    } else if kind == "rust" && code.lines().count() > 1 && !is_included(&code) {
                        faults.push(format!("{place}: code that no compiler has seen"));
                    }
                }
                _ => {}
            }
        }
    }
    settle(&faults, "put the code into book/listings (or the exercise) and `{{#include}}` it.");
}

fn is_included(code: &str) -> bool {
    code.lines().all(|line| line.starts_with("{{#include ") && line.ends_with("}}"))
}

/// A fence inside an HTML block, without a blank line before it, is no code block and shows as it is typed.
#[test]
fn fences_stand_free() {
    let mut faults = Vec::new();
    for path in tidy::pages(&tidy::course()) {
        let text = tidy::read(&path).expect("a page can be read");
        let fences = text.lines().filter(|line| line.starts_with("```")).count();
        let blocks = Parser::new(&text)
            .filter(|event| matches!(event, Event::End(TagEnd::CodeBlock)))
            .count();
        if fences != 2 * blocks {
            faults.push(format!("{}: {fences} fences for {blocks} blocks", tidy::shown(&path)));
        }
    }
    settle(&faults, "put a blank line before and after each block, also inside `<details>`.");
}
