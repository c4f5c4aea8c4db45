//! Line breaks inside of a Chinese or Japanese paragraph.
//!
//! Sources have one sentence on a line, which makes good diffs. A browser shows the line break as a
//! space, and neither language has spaces there, so the break must go. This is done to the finished
//! page and not to the Markdown: there, a break that is gone can make `**` next to a quotation mark
//! lose its meaning.
//!
//! * Between two wide characters the break goes, in both languages.
//! * Between a wide and a Latin character, inline code among them, Chinese has a space, which the
//!   break becomes; Japanese has none.
//! * Next to wide punctuation, such as `，`, Chinese has none either.
//! * Between two Latin characters the break is a space, as anywhere.

/// Removes the line breaks from `html` that would be seen as gaps in the language with this tag.
pub(crate) fn join_lines(html: &str, tag: &str) -> String {
    let japanese = match tag.split('-').next() {
        Some("ja") => true,
        Some("zh") => false,
        _ => return html.to_owned(),
    };
    let mut text =
        Text { out: String::with_capacity(html.len()), before: None, gap: None, japanese };
    let (mut rest, mut inside) = (html, Inside::default());
    while !rest.is_empty() {
        if let Some(tag) = tag_at(rest) {
            inside.enter_or_leave(tag);
            text.out.push_str(tag);
            if !is_inline(tag) {
                (text.before, text.gap) = (None, None);
            }
            rest = &rest[tag.len()..];
        } else {
            let end = rest.find('<').unwrap_or(rest.len());
            if inside.verbatim > 0 || inside.raised > 0 {
                text.out.push_str(&rest[..end]);
            } else {
                text.push(&rest[..end], inside.code > 0);
            }
            rest = &rest[end..];
        }
    }
    text.out
}

struct Text {
    out: String,
    /// The last character that a reader sees in this paragraph.
    before: Option<char>,
    /// Where a gap with a line break begins in `out`, and how long it is.
    gap: Option<(usize, usize)>,
    japanese: bool,
}

impl Text {
    fn push(&mut self, text: &str, code: bool) {
        for piece in text.split_inclusive(char::is_whitespace) {
            let word = piece.trim_end();
            if let Some(first) = word.chars().next() {
                // Code is Latin whatever it says, for it is set apart like a word.
                let (first, last) = match word.chars().next_back() {
                    Some(last) if !code => (first, last),
                    _ => ('x', 'x'),
                };
                if let (Some((start, length)), Some(before)) = (self.gap.take(), self.before)
                    && joins(before, first, self.japanese)
                {
                    self.out.replace_range(start..start + length, "");
                }
                self.out.push_str(word);
                self.before = Some(last);
            }
            let space = &piece[word.len()..];
            if space == "\n" && self.gap.is_none() {
                self.gap = Some((self.out.len(), 1));
            } else if !space.is_empty() && self.gap.is_none() {
                // A space that somebody typed is meant.
                self.before = None;
            }
            self.out.push_str(space);
        }
    }
}

/// Whether nothing stands between these characters in a line.
fn joins(before: char, after: char, japanese: bool) -> bool {
    use Width::{Either, Mark, Narrow, Wide};
    match (width(before), width(after)) {
        // `“` and `—` are wide in Chinese text and narrow in English text: the other one decides.
        (Either, Either) => true,
        (Narrow | Either, Narrow) | (Narrow, Either) => false,
        (Mark, _) | (_, Mark) => true,
        (Wide | Either, Wide | Either) => true,
        (Wide, Narrow) | (Narrow, Wide) => japanese,
    }
}

enum Width {
    Wide,
    /// Wide punctuation, which brings its own space along.
    Mark,
    Narrow,
    Either,
}

fn width(c: char) -> Width {
    match c {
        '“' | '”' | '‘' | '’' | '…' | '—' => Width::Either,
        // CJK punctuation without its iteration marks and numerals, and the full-width forms of ASCII marks.
        '\u{3000}'..='\u{3003}' | '\u{3008}'..='\u{3020}' | '・' => Width::Mark,
        '\u{FE30}'..='\u{FE4F}' => Width::Mark,
        '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}' => Width::Mark,
        '\u{FF5B}'..='\u{FF65}' => Width::Mark,
        // Radicals, kana, Han, full-width letters. Not Hangul, which has spaces.
        '\u{2E80}'..='\u{30FF}'
        | '\u{31F0}'..='\u{31FF}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FF10}'..='\u{FF9F}'
        | '\u{20000}'..='\u{3FFFF}' => Width::Wide,
        _ => Width::Narrow,
    }
}

/// How many elements of a kind are open.
#[derive(Default)]
struct Inside {
    code: usize,
    /// `<pre>` and what else keeps its lines.
    verbatim: usize,
    /// The number of a footnote, which has no place in the line.
    raised: usize,
}

impl Inside {
    fn enter_or_leave(&mut self, tag: &str) {
        let count = match name(tag) {
            "code" | "kbd" | "samp" => &mut self.code,
            "pre" | "script" | "style" | "textarea" | "svg" => &mut self.verbatim,
            "sup" => &mut self.raised,
            _ => return,
        };
        *count = if tag.starts_with("</") { count.saturating_sub(1) } else { *count + 1 };
    }
}

/// The tag or comment that `html` begins with.
fn tag_at(html: &str) -> Option<&str> {
    if html.starts_with("<!--") {
        return Some(html.find("-->").map_or(html, |end| &html[..end + 3]));
    }
    // mdBook escapes every `<` that is none, and quotes every attribute.
    let mut quoted = false;
    let end = html.starts_with('<').then(|| {
        html.find(|c| {
            quoted ^= c == '"';
            c == '>' && !quoted
        })
    })?;
    Some(end.map_or(html, |end| &html[..=end]))
}

fn name(tag: &str) -> &str {
    let tag = tag.trim_start_matches(['<', '/']);
    &tag[..tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len())]
}

fn is_inline(tag: &str) -> bool {
    const INLINE: &[&str] = &[
        "a", "abbr", "b", "cite", "code", "del", "em", "i", "kbd", "mark", "q", "s", "samp",
        "small", "span", "strong", "sub", "sup", "u",
    ];
    tag.starts_with("<!--") || INLINE.contains(&name(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(tag: &str, html: &str, expected: &str) {
        assert_eq!(join_lines(html, tag), expected, "{tag}: {html}");
    }

    #[test]
    fn between_wide_characters_no_gap_is_left() {
        for tag in ["ja", "zh-Hans"] {
            check(tag, "<p>第一，\n第二\n第三</p>", "<p>第一，第二第三</p>");
            check(tag, "<li>丙\n丁</li>\n<li>戊</li>", "<li>丙丁</li>\n<li>戊</li>");
            check(tag, "<td>甲\n乙</td>", "<td>甲乙</td>");
            check(tag, "<blockquote>\n<p>甲\n乙</p>", "<blockquote>\n<p>甲乙</p>");
        }
    }

    #[test]
    fn emphasis_links_and_footnotes_are_looked_through() {
        check(
            "zh-Hans",
            "<p>甲<strong>乙\n丙</strong>\n<em>丁</em></p>",
            "<p>甲<strong>乙丙</strong><em>丁</em></p>",
        );
        check("zh-Hans", "<p><a href=\"x>y\">甲</a>\n乙</p>", "<p><a href=\"x>y\">甲</a>乙</p>");
        check(
            "ja",
            "<p>甲<sup class=\"f\"><a>1</a></sup>\n乙</p>",
            "<p>甲<sup class=\"f\"><a>1</a></sup>乙</p>",
        );
        check("ja", "<p>甲\n<strong>「乙」</strong></p>", "<p>甲<strong>「乙」</strong></p>");
    }

    #[test]
    fn a_space_stands_between_chinese_and_latin_and_none_between_japanese_and_latin() {
        check("zh-Hans", "<p>使用\nRust\n编写</p>", "<p>使用\nRust\n编写</p>");
        check("ja", "<p>これは\nRust\nです</p>", "<p>これはRustです</p>");
        check(
            "zh-Hans",
            "<p>使用\n<code>spawn</code>\n来</p>",
            "<p>使用\n<code>spawn</code>\n来</p>",
        );
        check("ja", "<p>これは\n<code>字</code>\nです</p>", "<p>これは<code>字</code>です</p>");
    }

    #[test]
    fn wide_punctuation_brings_its_own_space() {
        check("zh-Hans", "<p>甲，\nRust</p>", "<p>甲，Rust</p>");
        check("zh-Hans", "<p>Rust\n（甲）</p>", "<p>Rust（甲）</p>");
        check("zh-Hans", "<p>他说：\n“甲”\n乙</p>", "<p>他说：“甲”乙</p>");
    }

    #[test]
    fn latin_stays_apart_and_typed_spaces_stay() {
        for tag in ["ja", "zh-Hans"] {
            check(tag, "<p>async\nRust</p>", "<p>async\nRust</p>");
            check(tag, "<p>it’s\n“so”\nthere</p>", "<p>it’s\n“so”\nthere</p>");
            check(tag, "<p>甲 乙</p>", "<p>甲 乙</p>");
        }
    }

    #[test]
    fn code_blocks_and_other_languages_keep_their_lines() {
        check("ja", "<pre><code>甲\n乙\n</code></pre>", "<pre><code>甲\n乙\n</code></pre>");
        check("ru", "<p>甲\n乙</p>", "<p>甲\n乙</p>");
        check("ja", "<p>甲<br>\n乙</p>", "<p>甲<br>\n乙</p>");
    }
}
