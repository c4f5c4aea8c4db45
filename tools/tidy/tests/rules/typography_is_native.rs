//! Each language has marks and spaces of its own, and a page that keeps those of English reads like a machine's.

use tidy::{prose, settle, translated_texts};

#[test]
fn typography_is_native() {
    let mut faults = Vec::new();
    for (language, path, text) in translated_texts(&tidy::course()) {
        let rule: fn(&str) -> Option<&'static str> = match language.as_str() {
            "ru" => russian,
            "ja" => japanese,
            "zh" => chinese,
            _ => continue, // Nobody has told us its rules yet.
        };
        for (number, line) in prose(&text) {
            if let Some(fault) = rule(&line) {
                faults.push(format!("{}:{number}: {fault}: {line}", tidy::shown(&path)));
            }
        }
    }
    settle(
        &faults,
        "write it as a book of that language does; `book/<language>/glossary.md` is the pattern.",
    );
}

fn russian(line: &str) -> Option<&'static str> {
    let cyrillic =
        |c: char| ('а'..='я').contains(&c.to_lowercase().next().unwrap_or(c)) || c == 'ё';
    if !line.chars().any(cyrillic) {
        return None;
    }
    if line.contains('"') || line.contains('“') {
        return Some("quotation marks are «…»");
    }
    (line.contains(" - ") || line.contains(" – ")).then_some("a dash is —")
}

fn japanese(line: &str) -> Option<&'static str> {
    half_width_marks(line).or_else(|| {
        let spaced = windows(line).any(|(a, b, c)| {
            b == ' '
                && ((wide_letter(a) && c.is_ascii_alphanumeric())
                    || (a.is_ascii_alphanumeric() && wide_letter(c)))
        });
        spaced.then_some("no space between Japanese and Latin letters")
    })
}

fn chinese(line: &str) -> Option<&'static str> {
    if line.contains('您') {
        return Some("the reader is 你");
    }
    half_width_marks(line).or_else(|| {
        let tight = line.chars().zip(line.chars().skip(1)).any(|(a, b)| {
            (wide_letter(a) && b.is_ascii_alphanumeric())
                || (a.is_ascii_alphanumeric() && wide_letter(b))
        });
        tight.then_some("a space between 汉字 and Latin letters or code")
    })
}

/// `,` and its like beside a Han character or a kana.
fn half_width_marks(line: &str) -> Option<&'static str> {
    let marks = [',', ';', ':', '?', '!', '(', ')'];
    let found = line.chars().zip(line.chars().skip(1)).any(|(a, b)| {
        (wide_letter(a) && marks.contains(&b)) || (marks.contains(&a) && wide_letter(b))
    });
    found.then_some("marks beside wide characters are full-width")
}

fn wide_letter(c: char) -> bool {
    matches!(c as u32, 0x3041..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF)
}

fn windows(line: &str) -> impl Iterator<Item = (char, char, char)> {
    line.chars().zip(line.chars().skip(1)).zip(line.chars().skip(2)).map(|((a, b), c)| (a, b, c))
}

#[test]
fn typographic_faults_are_found_and_good_lines_are_not() {
    assert!(russian("это \"важно\"").is_some() && russian("это - важно").is_some());
    assert_eq!(russian("это — «важно»"), None);
    assert!(japanese("これは c です").is_some() && japanese("これは,").is_some());
    assert_eq!(japanese("これはcです。Rust 1.90"), None);
    assert!(chinese("使用c来").is_some() && chinese("您好").is_some() && chinese("好,").is_some());
    assert_eq!(chinese("使用 c 来，Rust 1.90 好"), None);
}
