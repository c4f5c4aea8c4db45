//! Follows every link of the site to its file and its `#fragment`.

use crate::edition::Edition;
use crate::site::{Files, Site};
use anyhow::{Result, bail};
use html5ever::tokenizer::{
    BufferQueue, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// What a page can be led to and leads to.
#[derive(Default)]
struct Ends {
    ids: BTreeSet<String>,
    links: BTreeSet<String>,
    /// Ids that several elements have.
    doubles: BTreeSet<String>,
}

/// # Errors
///
/// A link leads nowhere; each is named with its page.
pub(crate) fn check(site: &Site<'_>, files: &Files) -> Result<()> {
    let pages: BTreeMap<&str, Ends> = files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, html)| (path.as_str(), ends(&String::from_utf8_lossy(html))))
        .collect();
    let mut faults = BTreeSet::new();
    for (page, ends) in &pages {
        for id in &ends.doubles {
            faults.insert(format!(
                "{}: two elements have the id {id:?}; give one of them another",
                source(site, page, &format!("#{id}}}"))
            ));
        }
        for link in &ends.links {
            let Some((path, fragment)) = target(page, link, &site.settings.path) else { continue };
            let fault = if !files.contains_key(&path) {
                "there is no such page or file"
            } else if fragment.is_empty()
                || pages.get(&*path).is_none_or(|page| page.ids.contains(&fragment))
            {
                continue;
            } else {
                "the page has no such heading"
            };
            faults
                .insert(format!("{}: {link}: {fault}; correct the link", source(site, page, link)));
        }
    }
    if !faults.is_empty() {
        bail!("{}", faults.into_iter().collect::<Vec<_>>().join("\n"));
    }
    Ok(())
}

/// The file and the fragment that a link on a page leads to, unless it leads to another site.
fn target(page: &str, link: &str, root: &str) -> Option<(String, String)> {
    let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
    if path.starts_with("//") || path.split('/').next().is_some_and(|first| first.contains(':')) {
        return None;
    }
    let mut names: Vec<String> = Vec::new();
    let path = decoded(path.split('?').next().unwrap_or(path));
    let path = match path.strip_prefix(root) {
        Some(path) => path.to_owned(),
        None if path.is_empty() => page.to_owned(),
        None => {
            names.extend(page.split('/').map(str::to_owned));
            names.pop();
            path
        }
    };
    for name in path.split('/') {
        match name {
            "." => {}
            ".." => {
                // Above the root there is nothing, and a name that no file has.
                names.pop().unwrap_or_default();
            }
            name => names.push(name.to_owned()),
        }
    }
    Some((names.join("/"), decoded(fragment)))
}

/// Undoes `%41`.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let byte = match (first, tail) {
            (b'%', [_, _, ..]) => std::str::from_utf8(&tail[..2])
                .ok()
                .and_then(|hex| u8::from_str_radix(hex, 16).ok()),
            _ => None,
        };
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The Markdown in which a link is written, with its line if it can be found.
fn source(site: &Site<'_>, path: &str, link: &str) -> String {
    let page = |edition: &Edition| {
        let path = path.strip_prefix(&edition.prefix)?;
        let page = edition
            .pages
            .iter()
            .find(|page| [&page.path, &page.written].contains(&&path.to_owned()))?;
        Some(edition.source.join(&page.source))
    };
    // The first edition has no prefix, and would find the pages of all others below it.
    let Some(file) = site.editions.iter().rev().find_map(page) else { return path.to_owned() };
    let written = link.replace(".html", ".md");
    let text = std::fs::read_to_string(&file).unwrap_or_default();
    match text.lines().position(|line| line.contains(&written)) {
        Some(line) => format!("{}:{}", file.display(), line + 1),
        None => file.display().to_string(),
    }
}

fn ends(html: &str) -> Ends {
    let input = BufferQueue::default();
    input.push_back(html.into());
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    let _ = tokenizer.feed(&input); // It stops for scripts to be run, and ours are all empty.
    tokenizer.end();
    tokenizer.sink.ends.take()
}

/// The tokenizer lends its sink out shared.
#[derive(Default)]
struct Sink {
    ends: RefCell<Ends>,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        if let Token::TagToken(tag) = token {
            let mut ends = self.ends.borrow_mut();
            for attribute in tag.attrs {
                let value = attribute.value.to_string();
                match &*attribute.name.local {
                    "id" if ends.ids.contains(&value) => ends.doubles.insert(value),
                    "id" => ends.ids.insert(value),
                    "href" | "src" => ends.links.insert(value),
                    _ => continue,
                };
            }
        }
        TokenSinkResult::Continue
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn leads(link: &str, path: &str, fragment: &str) {
        let expected = Some((path.to_owned(), fragment.to_owned()));
        assert_eq!(target("ru/01/a.html", link, "/x/"), expected, "{link}");
    }

    #[test]
    fn a_link_leads_from_its_page() {
        leads("b.html#c", "ru/01/b.html", "c");
        leads("../../index.html", "index.html", "");
        leads("#%E7%94%B2", "ru/01/a.html", "甲");
        leads("/x/theme/page.css?v=1", "theme/page.css", "");
    }

    #[test]
    fn a_link_to_another_site_is_not_followed() {
        for link in ["https://example.org/a", "//example.org/a", "mailto:a@example.org"] {
            assert_eq!(target("a.html", link, "/"), None, "{link}");
        }
    }
}
