//! Text as wide as a terminal shows it: a Chinese or Japanese character takes two places.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// Lines whose cells begin below each other, indented by two. Cells may be coloured.
pub(crate) fn columns(rows: &[Vec<String>]) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widest = |place: usize| {
        rows.iter().filter_map(|row| row.get(place)).map(|cell: &String| width(cell)).max()
    };
    let widths: Vec<usize> = (0..count).map(|place| widest(place).unwrap_or(0)).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::from("  ");
        for (cell, wanted) in row.iter().zip(&widths) {
            line.push_str(cell);
            line.push_str(&" ".repeat(wanted - width(cell) + 2));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// Without the colours that [`crate::style::Style`] adds.
fn width(text: &str) -> usize {
    let mut parts = text.split('\x1b');
    let first = parts.next().unwrap_or_default().width();
    first
        + parts.map(|part| part.split_once('m').map_or(0, |(_, rest)| rest.width())).sum::<usize>()
}

/// Breaks lines that are wider than `limit`: at a space, or on either side of a wide character.
pub(crate) fn wrapped(text: &str, limit: usize) -> String {
    let mut lines = Vec::new();
    for mut line in text.lines() {
        while let Some(end) = break_at(line, limit) {
            lines.push(line[..end].trim_end());
            line = line[end..].trim_start();
        }
        lines.push(line);
    }
    lines.join("\n")
}

/// Where a line must be broken, if it is too wide and can be.
fn break_at(line: &str, limit: usize) -> Option<usize> {
    /// What must not stand at the beginning of a line.
    const CLOSING: &str = "、。，；：？！）」』”’…ー";
    /// What must not stand at its end.
    const OPENING: &str = "（「『“‘";
    let (mut taken, mut place, mut after_wide, mut after_opening) = (0, None, false, false);
    for (at, character) in line.char_indices() {
        let wide = character.width() == Some(2);
        let closing = CLOSING.contains(character);
        if at > 0 && !closing && !after_opening && (character == ' ' || wide || after_wide) {
            place = Some(at);
        }
        taken += character.width().unwrap_or(0);
        if taken > limit && place.is_some() && character != ' ' {
            return place;
        }
        after_wide = wide;
        after_opening = OPENING.contains(character);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_they_are_shown() {
        let row = |a: &str, b: &str| vec![a.to_owned(), b.to_owned()];
        let text = columns(&[row("書き", "x"), row("\x1b[32mok\x1b[0m", "y"), row("end", "")]);
        assert_eq!(text, "  書き  x\n  \x1b[32mok\x1b[0m    y\n  end\n");
    }

    #[test]
    fn a_line_is_broken_where_a_reader_expects_it() {
        assert_eq!(wrapped("one two three", 8), "one two\nthree");
        assert_eq!(wrapped("indivisible", 4), "indivisible");
        assert_eq!(wrapped("一二三四。五", 8), "一二三\n四。五");
        assert_eq!(wrapped("一二三（四）", 8), "一二三\n（四）");
        assert_eq!(wrapped("a\n\nb", 8), "a\n\nb");
    }
}
