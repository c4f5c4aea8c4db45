//! The text of a page: taken out of what mdBook wrote, and made ready for our own frame.

use crate::highlight::highlight;
use crate::joining::join_lines;
use crate::language::{Language, Notes};
use anyhow::{Context, Result, bail};
use maud::{PreEscaped, html};

/// A longer line scrolls on a telephone.
const NARROW: usize = 36;

/// The inside of `<main>` in a page that mdBook 0.5.4 wrote.
///
/// # Errors
///
/// The page has not exactly one `<main>`.
pub(crate) fn main_of(page: &str) -> Result<&str> {
    let start = once(page, "<main>")? + "<main>".len();
    let end = once(page, "</main>")?;
    page.get(start..end).context("</main> comes before <main>")
}

fn once(page: &str, mark: &str) -> Result<usize> {
    let mut found = page.match_indices(mark);
    match (found.next(), found.next()) {
        (Some((at, _)), None) => Ok(at),
        (None, _) => bail!("there is no {mark} in what mdBook wrote; {ADAPT}"),
        (Some(_), Some(_)) => bail!("{mark} is there more than once; {ADAPT}"),
    }
}

const ADAPT: &str = "if mdBook is not 0.5.4 any more, adapt tools/book/src/content.rs to it";

/// The text of a page in the words and the typography of its language, code not yet coloured.
///
/// # Errors
///
/// The page holds what would not be shown well.
pub(crate) fn text(main: &str, language: &Language) -> Result<String> {
    let mut text = without_comments(main)?;
    if text.contains("class=\"checkbox-img\"") {
        bail!("an image in Markdown is written twice by mdBook; write <figure><img …></figure>");
    }
    text = replace_each(&text, "<blockquote class=\"blockquote-tag ", "</p>", |head| {
        note(head, &language.notes)
    })?;
    Ok(join_lines(text.trim(), &language.tag))
}

/// Colours code, names what scrolls, and says what is output.
///
/// # Errors
///
/// A block of code is not written as mdBook 0.5.4 writes it.
pub(crate) fn finish(text: &str, language: &Language) -> Result<String> {
    let words = &language.frame;
    let (mut codes, mut outputs, mut tables) = (0, 0, 0);
    let text = replace_each(text, "<pre", "</pre>", |block| {
        let (fence, code) = code(block)?;
        let output = fence == "text";
        let (kind, name, number) = match output {
            true => ("output", &words.output, &mut outputs),
            false => ("code", &words.code, &mut codes),
        };
        *number += 1;
        let coloured = PreEscaped(highlight(fence, &code));
        let scrolls = code.lines().any(|line| line.chars().count() > NARROW);
        let label = format!("{name} {number}");
        Ok(html! {
            div class=(kind) {
                @if scrolls {
                    pre tabindex="0" role="region" aria-label=(label) { code { (coloured) } }
                } @else {
                    pre { code { (coloured) } }
                }
            }
        }
        .into_string())
    })?;
    replace_each(&text, "<div class=\"table-wrapper\"", ">", |_| {
        tables += 1;
        let label = html! { (words.table) " " (tables) }.into_string();
        Ok(format!("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"{label}\">"))
    })
}

/// The first line of a translation says what it was made from.
fn without_comments(main: &str) -> Result<String> {
    replace_each(main, "<!--", "-->", |_| Ok(String::new()))
}

/// `> [!NOTE]`, which mdBook titles in English.
fn note(head: &str, notes: &Notes) -> Result<String> {
    let kind = head.split(['"', ' ']).find_map(|word| word.strip_prefix("blockquote-tag-"));
    let kind = kind.with_context(|| format!("{head} is no note; {ADAPT}"))?;
    let title = match kind {
        "note" => &notes.note,
        "tip" => &notes.tip,
        "important" => &notes.important,
        "warning" => &notes.warning,
        "caution" => &notes.caution,
        _ => bail!("{kind} is a kind of note that has no title; {ADAPT}"),
    };
    let title = html! { p class="note-title" { (title) } }.into_string();
    Ok(format!("<blockquote class=\"note {kind}\" role=\"note\">\n{title}"))
}

/// The language and the text of a block of code.
fn code(block: &str) -> Result<(&str, String)> {
    let inside =
        block.strip_prefix("<pre><code").and_then(|rest| rest.strip_suffix("</code></pre>"));
    let (attributes, code) = inside
        .and_then(|inside| inside.split_once('>'))
        .with_context(|| format!("{block:.60} is not a block of code; {ADAPT}"))?;
    if code.contains('<') {
        bail!(
            "code on a page has no hidden lines; include a part of a file by an anchor: {code:.60}"
        );
    }
    let fence = attributes.split_once("language-").map_or("text", |(_, rest)| rest);
    Ok((fence.split(['"', ' ']).next().unwrap_or("text"), unescaped(code)))
}

fn unescaped(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&#39;", "'").replace("&amp;", "&")
}

/// Replaces everything from `start` to the next `end`, both included.
fn replace_each(
    text: &str,
    start: &str,
    end: &str,
    mut new: impl FnMut(&str) -> Result<String>,
) -> Result<String> {
    let (mut out, mut rest) = (String::with_capacity(text.len() * 2), text);
    while let Some(at) = rest.find(start) {
        let length = rest[at..].find(end).map(|length| length + end.len());
        let length =
            length.with_context(|| format!("{start} is never closed by {end}; {ADAPT}"))?;
        out.push_str(&rest[..at]);
        out.push_str(&new(&rest[at..at + length])?);
        rest = &rest[at + length..];
    }
    out.push_str(rest);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_mdbook_writes_otherwise_is_an_error() {
        assert_eq!(main_of("<body><main>text</main></body>").unwrap(), "text");
        for page in ["<main class=\"x\">text</main>", "<main><main>text</main>", "</main><main>"] {
            assert!(main_of(page).is_err(), "{page}");
        }
        let complaint = main_of("text").unwrap_err().to_string();
        assert!(complaint.contains("no <main>") && complaint.contains("content.rs"), "{complaint}");
    }

    #[test]
    fn code_is_taken_as_it_is_written() {
        let (fence, code) =
            code("<pre><code class=\"language-rust ignore\">a &lt; &amp;lt;</code></pre>").unwrap();
        assert_eq!((fence, &*code), ("rust", "a < &lt;"));
        assert_eq!(super::code("<pre><code>a</code></pre>").unwrap().0, "text");
    }

    #[test]
    fn what_is_not_a_block_of_code_is_an_error() {
        for block in [
            "<pre class=\"x\"><code>a</code></pre>",
            "<pre><code><b>a</b></code></pre>",
            "<pre>a</pre>",
        ] {
            assert!(code(block).is_err(), "{block}");
        }
    }
}
