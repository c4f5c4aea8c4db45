use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

/// What a translation may not change, in the order in which it stands on the page.
#[derive(Debug, Clone)]
pub struct Bone {
    /// Counted from 1.
    pub line: usize,
    /// What it is, such as `heading 2 {#predict}`.
    pub what: String,
}

/// The headings by level and id, code blocks, admonitions, tables, lists, links and HTML elements of a page.
#[must_use]
pub fn skeleton(text: &str) -> Vec<Bone> {
    let mut bones = Vec::new();
    let mut code: Option<(usize, String)> = None;
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        let line = text[..range.start].matches('\n').count() + 1;
        let what = match event {
            Event::Start(Tag::Heading { level, id, .. }) => {
                format!("heading {} {{#{}}}", level as u8, id.as_deref().unwrap_or_default())
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                let info = match kind {
                    CodeBlockKind::Fenced(info) => info.to_string(),
                    CodeBlockKind::Indented => String::new(),
                };
                code = Some((line, info));
                continue;
            }
            Event::Text(part) => match code.take() {
                Some((start, info)) => {
                    bones.push(Bone {
                        line: start,
                        what: format!("block {info:?}: {}", part.trim()),
                    });
                    continue;
                }
                None => continue,
            },
            Event::Start(Tag::BlockQuote(Some(kind))) => format!("admonition {kind:?}"),
            Event::Start(Tag::BlockQuote(None)) => "quotation".to_owned(),
            Event::Start(Tag::Table(columns)) => format!("table of {} columns", columns.len()),
            Event::Start(Tag::TableRow) => "row of a table".to_owned(),
            Event::Start(Tag::List(first)) => format!("list, first number {first:?}"),
            Event::Start(Tag::Item) => "item of a list".to_owned(),
            Event::Start(Tag::DefinitionListTitle) => "entry of the glossary".to_owned(),
            Event::Start(Tag::Image { dest_url, .. }) => format!("picture {dest_url}"),
            Event::Html(html) | Event::InlineHtml(html) => match element(&html) {
                Some(element) => format!("element {element}"),
                None => continue,
            },
            _ => continue,
        };
        bones.push(Bone { line, what });
    }
    bones
}

/// The targets of the links of a page, sorted: another language may name them in another order.
#[must_use]
pub fn links(text: &str) -> Vec<String> {
    let mut links: Vec<String> = Parser::new_ext(text, options())
        .filter_map(|event| match event {
            Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.to_string()),
            _ => None,
        })
        .collect();
    links.sort();
    links
}

/// The options that mdBook reads pages with, as far as they matter here.
#[must_use]
pub fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}

/// `<details class="hint">` without what it says; nothing for a comment and a closing tag.
fn element(html: &str) -> Option<String> {
    let html = html.trim();
    if html.starts_with("<!--") || html.starts_with("</") {
        return None;
    }
    let end = html.find('>')?;
    Some(html[..=end].to_owned())
}
