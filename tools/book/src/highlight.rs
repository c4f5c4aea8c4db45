//! Colours for code, put in when the book is built.
//!
//! Few colours say more than many: what is not code (comments), what is text, what the language gives,
//! and what a macro may do.

use maud::html;
use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, tokenize};

/// The code of a block in this language as HTML, its common indentation taken away.
pub(crate) fn highlight(language: &str, code: &str) -> String {
    let code = dedent(code);
    let tokens = match language {
        "rust" => rust(&code),
        "sh" => lines(&code, shell_line),
        "toml" => lines(&code, toml_line),
        _ => vec![(Class::None, &*code)],
    };
    let mut html = String::new();
    for (class, text) in tokens {
        html.push_str(
            &match class.name() {
                None => html! { (text) },
                Some(name) => html! { span class=(name) { (text) } },
            }
            .into_string(),
        );
    }
    html
}

/// What is included from the inside of an `impl` stands four columns to the right.
fn dedent(code: &str) -> String {
    let indents = code.lines().filter(|line| !line.trim().is_empty());
    let indent = indents.map(|line| line.len() - line.trim_start_matches(' ').len()).min();
    let lines: Vec<&str> =
        code.lines().map(|line| line.get(indent.unwrap_or(0)..).unwrap_or("").trim_end()).collect();
    lines.join("\n").trim_end().to_owned()
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Class {
    None,
    Comment,
    Keyword,
    /// Text, characters and numbers.
    Value,
    Type,
    /// A macro's call, an attribute, a lifetime.
    Special,
}

impl Class {
    /// Short, since there are hundreds on a page.
    fn name(self) -> Option<&'static str> {
        match self {
            Class::None => None,
            Class::Comment => Some("c"),
            Class::Keyword => Some("k"),
            Class::Value => Some("v"),
            Class::Type => Some("t"),
            Class::Special => Some("s"),
        }
    }
}

type Token<'a> = (Class, &'a str);

const KEYWORDS: &[&str] = &[
    "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern",
    "false", "fn", "for", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "type", "unsafe", "use",
    "where", "while",
];

const PRIMITIVES: &[&str] = &[
    "bool", "char", "f32", "f64", "i8", "i16", "i32", "i64", "i128", "isize", "str", "u8", "u16",
    "u32", "u64", "u128", "usize",
];

fn rust(code: &str) -> Vec<Token<'_>> {
    let mut end = 0;
    let raw: Vec<(TokenKind, usize)> = tokenize(code, FrontmatterAllowed::No)
        .map(|token| {
            end += token.len as usize;
            (token.kind, end)
        })
        .collect();
    let kind = |at: usize| raw.get(at).map(|(kind, _)| kind);
    let (mut tokens, mut start, mut at) = (Vec::new(), 0, 0);
    while at < raw.len() {
        let text = &code[start..raw[at].1];
        let mut last = at;
        let class = match raw[at].0 {
            TokenKind::LineComment { .. } | TokenKind::BlockComment { .. } => Class::Comment,
            TokenKind::Literal { .. } => Class::Value,
            TokenKind::Lifetime { .. } => Class::Special,
            TokenKind::Pound => {
                let inner = usize::from(kind(at + 1) == Some(&TokenKind::Bang));
                if kind(at + inner + 1) == Some(&TokenKind::OpenBracket) {
                    last = closing_bracket(&raw, at + inner + 1);
                    Class::Special
                } else {
                    Class::None
                }
            }
            TokenKind::Ident if KEYWORDS.contains(&text) => Class::Keyword,
            // `name!(`, and not `name != other`.
            TokenKind::Ident
                if kind(at + 1) == Some(&TokenKind::Bang)
                    && kind(at + 2) != Some(&TokenKind::Eq) =>
            {
                last = at + 1;
                Class::Special
            }
            TokenKind::Ident if PRIMITIVES.contains(&text) || is_type(text) => Class::Type,
            _ => Class::None,
        };
        let end = raw[last].1;
        tokens.push((class, &code[start..end]));
        (start, at) = (end, last + 1);
    }
    tokens
}

/// Where the bracket at `open` is closed, or the end of the code.
fn closing_bracket(tokens: &[(TokenKind, usize)], open: usize) -> usize {
    let mut depth = 0;
    for (at, (kind, _)) in tokens.iter().enumerate().skip(open) {
        match kind {
            TokenKind::OpenBracket => depth += 1,
            TokenKind::CloseBracket => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    tokens.len() - 1
}

/// `Future`, and not `CONSTANT`.
fn is_type(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_uppercase())
        && (name.len() == 1 || name.contains(|c: char| c.is_ascii_lowercase()))
}

fn lines<'a>(code: &'a str, line: impl Fn(&'a str) -> Vec<Token<'a>>) -> Vec<Token<'a>> {
    code.split_inclusive('\n').flat_map(line).collect()
}

fn shell_line(line: &str) -> Vec<Token<'_>> {
    let start = line.trim_start();
    if start.starts_with('#') {
        return vec![(Class::Comment, line)];
    }
    vec![(Class::None, line)]
}

fn toml_line(line: &str) -> Vec<Token<'_>> {
    let start = line.trim_start();
    if start.starts_with('#') {
        vec![(Class::Comment, line)]
    } else if start.starts_with('[') {
        vec![(Class::Keyword, line)]
    } else if let Some(at) = line.find('=') {
        vec![(Class::None, &line[..=at]), (Class::Value, &line[at + 1..])]
    } else {
        vec![(Class::None, line)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(language: &str, code: &str, expected: &str) {
        assert_eq!(highlight(language, code), expected);
    }

    #[test]
    fn rust_has_five_colours() {
        check(
            "rust",
            "let a: Vec<'a> = b!(1); // c",
            "<span class=\"k\">let</span> a: <span class=\"t\">Vec</span>&lt;<span class=\"s\">'a</span>&gt; \
             = <span class=\"s\">b!</span>(<span class=\"v\">1</span>); <span class=\"c\">// c</span>",
        );
    }

    #[test]
    fn an_attribute_is_one_thing() {
        check(
            "rust",
            "#[a(b = [\"]\"])] x",
            "<span class=\"s\">#[a(b = [&quot;]&quot;])]</span> x",
        );
        check("rust", "#![a", "<span class=\"s\">#![a</span>");
    }

    #[test]
    fn an_exclamation_mark_is_not_always_a_macro() {
        check("rust", "a != b", "a != b");
        check("rust", "!a", "!a");
    }

    #[test]
    fn a_piece_of_an_impl_begins_at_the_left() {
        check("rust", "    a {\n\n        b\n    }\n", "a {\n\n    b\n}");
        check("text", "  a\n  b\n", "a\nb");
    }

    #[test]
    fn other_languages_have_comments_and_values() {
        check(
            "toml",
            "[a]\nb = 1\n",
            "<span class=\"k\">[a]\n</span>b =<span class=\"v\"> 1</span>",
        );
        check("sh", "# a\nb\n", "<span class=\"c\"># a\n</span>b");
        check("text", "a < b", "a &lt; b");
    }
}
