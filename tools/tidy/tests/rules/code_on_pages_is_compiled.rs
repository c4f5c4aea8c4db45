//! Code on a page is included from a file that is compiled and run, so that it cannot rot and is the same in
//! every language. Single lines may stand by themselves.

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use tidy::settle;

#[test]
fn code_on_pages_is_compiled() {
    let mut faults = Vec::new();
    for path in tidy::pages(&tidy::course()) {
        let text = tidy::read(&path).expect("a page can be read");
        let mut block: Option<(usize, String)> = None;
        for (event, range) in Parser::new(&text).into_offset_iter() {
            match event {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info)))
                    if info.starts_with("rust") =>
                {
                    block = Some((text[..range.start].matches('\n').count() + 1, String::new()));
                }
                Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                    block = None;
                }
                Event::Text(part) => {
                    if let Some((_, code)) = &mut block {
                        code.push_str(&part);
                    }
                }
                Event::End(TagEnd::CodeBlock) => {
                    let Some((line, code)) = block.take() else { continue };
                    let all_included =
                        code.lines().all(|line| line.starts_with("{{#") && line.ends_with("}}"));
                    if !all_included && code.trim_end().lines().count() > 1 {
                        faults.push(format!(
                            "{}:{line}: code that no compiler has seen",
                            tidy::shown(&path)
                        ));
                    }
                }
                _ => {}
            }
        }
    }
    settle(&faults, "put the code into book/listings (or the exercise) and `{{#include}}` it.");
}
