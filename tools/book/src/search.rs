//! What the search of a published book needs: its text as data, and the dialog to type into.
//!
//! There is no index. The browser gets the text of one language in one file and scans it; for a
//! book of this size that takes milliseconds, needs nobody to cut Japanese or Chinese into words,
//! and works from `file://`. The other half is `book/theme/search.js`.

use anyhow::{Context, Result};
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use maud::html;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;

/// A page as it is published.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// Relative to the root of its language: `01_dropping/index.html`.
    pub path: &'a str,
    /// The title in plain text, without the title of the book.
    pub title: &'a str,
    /// What is inside of `<main>`.
    pub html: &'a str,
}

/// What the dialog says, in one language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// The label of the input, and the name of the dialog.
    pub label: String,
    /// Which keys do what, below the input.
    pub keys: String,
    /// The button that closes the dialog.
    pub close: String,
    /// The button that takes the marks off a page to which a result has led.
    pub unmark: String,
    /// After a search. `{n}` is the number of pages; say it so that no plural is needed.
    pub found: String,
    /// After a search that found pages with a part of the words only. `{n}` as above.
    pub partly: String,
    /// After a search without a result.
    pub nothing: String,
    /// If `search-data.js` cannot be had.
    pub failed: String,
}

/// The text of `search-data.js`, which belongs into the root of the language.
///
/// # Errors
///
/// None that a page could cause; JSON could not be written.
pub fn data(pages: &[Page<'_>]) -> Result<String> {
    // One page on a line, so that two builds can be compared.
    let mut lines = Vec::new();
    for &Page { path, title, html } in pages {
        let page = PageText { path, title, sections: sections(html) };
        let line = serde_json::to_string(&page)
            .with_context(|| format!("cannot write the text of {path} as search data"))?;
        lines.push(line);
    }
    Ok(format!("window.searchData = [\n{}\n];\n", lines.join(",\n")))
}

/// The markup of the dialog. It belongs to the end of `<body>` of each page.
pub fn dialog(words: &Words) -> String {
    // A plain list of links and no combobox: screen readers read headings, teasers and links in it,
    // and none of that in an option. The button that closes comes last, so Tab leads to the results.
    html! {
        dialog #search aria-label=(words.label)
            data-found=(words.found) data-partly=(words.partly)
            data-nothing=(words.nothing) data-failed=(words.failed)
        {
            search {
                label for="search-words" { (words.label) }
                input #search-words type="search" autocomplete="off" autocapitalize="off"
                    spellcheck="false" enterkeyhint="go" aria-describedby="search-keys";
                p #search-keys { (words.keys) }
                p #search-status role="status" {}
                ol #search-results {}
                button #search-close type="button" { (words.close) }
            }
        }
        button #search-unmark type="button" hidden { (words.unmark) }
    }
    .into_string()
}

#[derive(Serialize)]
struct PageText<'a> {
    path: &'a str,
    title: &'a str,
    sections: Vec<Section>,
}

/// What one result leads to: the text below a heading, a definition, or the inside of a `<details>`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
struct Section {
    /// The `id` to go to; empty for the top of the page.
    id: String,
    heading: String,
    /// Lines are blocks of the page: no phrase reaches over the end of one.
    text: String,
    /// The heading around a `<details>`.
    #[serde(skip_serializing_if = "String::is_empty")]
    within: String,
    /// Which `<details>` of the page has to be opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    details: Option<usize>,
    /// A hint or an answer: it is found, and not shown among the results.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    spoiler: bool,
}

/// The text of a page in the order of reading.
fn sections(html: &str) -> Vec<Section> {
    let input = BufferQueue::default();
    input.push_back(html.into());
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    let _ = tokenizer.feed(&input); // It would stop for a script to run; ours are data to it.
    tokenizer.end();
    tokenizer.sink.reader.take().finish()
}

/// The tokenizer lends its sink out shared.
#[derive(Default)]
struct Sink {
    reader: RefCell<Reader>,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut reader = self.reader.borrow_mut();
        match token {
            Token::TagToken(tag) => {
                if tag.kind == TagKind::StartTag {
                    reader.start(&tag);
                    match &*tag.name {
                        "script" => return TokenSinkResult::RawData(RawKind::ScriptData),
                        "style" => return TokenSinkResult::RawData(RawKind::Rawtext),
                        _ => {}
                    }
                } else {
                    reader.end(&tag.name);
                }
            }
            Token::CharacterTokens(text) => reader.text(&text),
            _ => {} // Comments above all: a translation begins with one.
        }
        TokenSinkResult::Continue
    }
}

/// Not text of the page, or text a second time.
const SKIPPED: &[&str] = &["button", "nav", "rp", "rt", "script", "style", "svg", "template"];

/// Everything else ends a line.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd",
    "mark", "q", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
    "wbr",
];

struct Reader {
    /// In the order in which they begin. The first is what stands above the first heading.
    sections: Vec<Section>,
    /// Indexes of the section that is being read and of those around it: a `<details>` lies in one.
    open: Vec<usize>,
    /// The element whose text is a heading now.
    heading: Option<String>,
    /// An element that is skipped, and how many of its name are open.
    skipped: Option<(String, usize)>,
    /// How many `<pre>` are open.
    preformatted: usize,
    /// How many `<details>` there were.
    details: usize,
}

impl Default for Reader {
    fn default() -> Reader {
        Reader {
            sections: vec![Section::default()],
            open: vec![0],
            heading: None,
            skipped: None,
            preformatted: 0,
            details: 0,
        }
    }
}

impl Reader {
    fn start(&mut self, tag: &Tag) {
        let name = &*tag.name;
        if let Some((skipped, depth)) = &mut self.skipped {
            *depth += usize::from(skipped == name);
            return;
        }
        if SKIPPED.contains(&name) || attribute(tag, "aria-hidden") == Some("true") {
            self.skipped = Some((name.to_owned(), 1));
            return;
        }
        let id = attribute(tag, "id").unwrap_or_default();
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "dt" if !id.is_empty() => {
                let around = self.current();
                let section = Section {
                    id: id.to_owned(),
                    // A heading inside of a hint is a part of the hint.
                    details: around.details,
                    spoiler: around.spoiler,
                    ..Section::default()
                };
                self.replace(section);
                self.heading = Some(name.to_owned());
            }
            "details" => {
                let class = attribute(tag, "class").unwrap_or_default();
                let around = self.current();
                let section = Section {
                    id: if id.is_empty() { around.id.clone() } else { id.to_owned() },
                    within: around.heading.clone(),
                    details: Some(self.details),
                    spoiler: class
                        .split_whitespace()
                        .any(|word| word == "hint" || word == "answer"),
                    ..Section::default()
                };
                self.details += 1;
                self.open.push(self.sections.len());
                self.sections.push(section);
            }
            "summary" => self.heading = Some(name.to_owned()),
            "pre" => {
                self.preformatted += 1;
                self.end_line();
            }
            "br" => self.end_line(),
            _ if !INLINE.contains(&name) => self.end_line(),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if let Some((skipped, depth)) = &mut self.skipped {
            if skipped == name {
                *depth -= 1;
                if *depth == 0 {
                    self.skipped = None;
                }
            }
            return;
        }
        if self.heading.as_deref() == Some(name) {
            self.heading = None;
            return;
        }
        match name {
            "details" if self.open.len() > 1 => {
                self.open.pop();
            }
            "pre" => {
                self.preformatted = self.preformatted.saturating_sub(1);
                self.end_line();
            }
            _ if !INLINE.contains(&name) => self.end_line(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.skipped.is_some() {
            return;
        }
        let lines = self.preformatted > 0;
        let heading = self.heading.is_some();
        let section = self.current();
        let into = if heading { &mut section.heading } else { &mut section.text };
        for c in text.chars() {
            if lines && c == '\n' {
                end_line(into);
            } else if !c.is_whitespace() {
                into.push(c);
            } else if !into.is_empty() && !into.ends_with([' ', '\n']) {
                into.push(' ');
            }
        }
    }

    fn end_line(&mut self) {
        if self.heading.is_none() {
            end_line(&mut self.current().text);
        }
    }

    fn current(&mut self) -> &mut Section {
        let current = self.open.last().expect("the section of the page is never closed");
        &mut self.sections[*current]
    }

    /// Goes on with another section at the same depth.
    fn replace(&mut self, section: Section) {
        self.open.pop();
        self.open.push(self.sections.len());
        self.sections.push(section);
    }

    fn finish(mut self) -> Vec<Section> {
        for section in &mut self.sections {
            section.text.truncate(section.text.trim_end().len());
            section.heading.truncate(section.heading.trim_end().len());
        }
        self.sections.retain(|section| !section.text.is_empty() || !section.heading.is_empty());
        self.sections
    }
}

fn end_line(text: &mut String) {
    text.truncate(text.trim_end().len());
    if !text.is_empty() {
        text.push('\n');
    }
}

fn attribute<'a>(tag: &'a Tag, name: &str) -> Option<&'a str> {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|found| &*found.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(id: &str, heading: &str, text: &str) -> Section {
        Section { id: id.into(), heading: heading.into(), text: text.into(), ..Section::default() }
    }

    #[test]
    fn a_section_begins_at_each_heading_with_an_id() {
        let html = "<!-- en: 1234 --><p>Above</p>\n<h1 id=a><a href='#a'>One</a></h1>\n\
                    <p>some <em>te</em>xt</p><ul><li>x<li>y</ul><h2>no id</h2><h2 id=b>Two</h2>";
        assert_eq!(
            sections(html),
            [
                section("", "", "Above"),
                section("a", "One", "some text\nx\ny\nno id"),
                section("b", "Two", ""),
            ]
        );
    }

    #[test]
    fn a_definition_is_a_section() {
        let html = "<h1 id=g>Glossary</h1><dl><dt id=poll>poll</dt><dd><p>To let…</p></dd></dl>";
        assert_eq!(
            sections(html),
            [section("g", "Glossary", ""), section("poll", "poll", "To let…")]
        );
    }

    #[test]
    fn a_folded_part_is_a_section_that_says_how_to_open_it() {
        let html = "<h2 id=task>Task</h2><p>Do</p><details class=hint><summary>Hint 1</summary>\
                    <p>look</p></details><p>it.</p><details><summary>More</summary>x</details>";
        let hint = Section {
            within: "Task".into(),
            details: Some(0),
            spoiler: true,
            ..section("task", "Hint 1", "look")
        };
        let more =
            Section { within: "Task".into(), details: Some(1), ..section("task", "More", "x") };
        assert_eq!(sections(html), [section("task", "Task", "Do\nit."), hint, more]);
    }

    #[test]
    fn code_keeps_its_lines_and_nothing_invisible_gets_in() {
        let html = "<pre><code><span>let</span> _ =\n    a &lt; b;\n</code></pre>\
                    <script>var x = '<p>';</script><svg><text>no</text></svg><nav><p>no</nav>\
                    <a aria-hidden=true>¶</a>end";
        assert_eq!(sections(html), [section("", "", "let _ =\na < b;\nend")]);
    }

    #[test]
    fn data_is_a_script_that_sets_one_variable() {
        let page = Page { path: "a/index.html", title: "A \"b\"", html: "<h1 id=a>A</h1>x" };
        assert_eq!(
            data(&[page]).unwrap(),
            "window.searchData = [\n{\"path\":\"a/index.html\",\"title\":\"A \\\"b\\\"\",\"sections\":\
             [{\"id\":\"a\",\"heading\":\"A\",\"text\":\"x\"}]}\n];\n"
        );
    }
}
