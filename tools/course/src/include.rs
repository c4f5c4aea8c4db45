use std::path::Path;

/// The includes of a page that hit nothing, each with its line and what to do.
///
/// mdBook renders nothing for an anchor that does not exist, and names no page when a file does not.
#[must_use]
pub fn include_faults(page: &Path, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (number, line) in text.lines().enumerate() {
        for include in includes(line) {
            if let Some(fault) = fault(page, include) {
                faults.push(format!("{}:{}: {fault}", page.display(), number + 1));
            }
        }
    }
    faults
}

/// The `path`, `path:anchor` or `path:1:9` of each include in a line, escaped ones left out.
fn includes(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices("{{#").filter_map(|(start, _)| {
        if line[..start].ends_with('\\') {
            return None;
        }
        let (inside, _) = line[start + 3..].split_once("}}")?;
        let (kind, rest) = inside.split_once(char::is_whitespace)?;
        let wanted = ["include", "rustdoc_include", "playground"].contains(&kind);
        rest.split_whitespace().next().filter(|_| wanted)
    })
}

fn fault(page: &Path, include: &str) -> Option<String> {
    let (file, part) = include.split_once(':').unwrap_or((include, ""));
    let path = page.with_file_name("").join(file);
    let Ok(text) = std::fs::read_to_string(&path) else {
        return Some(format!("the include {file} cannot be read; correct the path"));
    };
    if part.is_empty() {
        return None;
    }
    if part.starts_with(|c: char| c.is_ascii_digit() || c == ':') {
        return Some(format!(
            "{include} counts lines, which move; put an anchor around what is meant"
        ));
    }
    let count = |mark: &str| {
        let names = text.lines().filter_map(|line| line.split_once(mark));
        names.filter(|(_, name)| name.split_whitespace().next() == Some(part)).count()
    };
    for mark in [" ANCHOR:", " ANCHOR_END:"] {
        if count(mark) != 1 {
            return Some(format!(
                "{file} has `{} {part}` {} times; once is right",
                mark.trim_start(),
                count(mark)
            ));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_include_is_found_unless_it_is_escaped() {
        let line =
            r"{{#include a.rs:x}} \{{#include b.rs}} {{#title T}} {{#playground c.rs editable}}";
        assert_eq!(includes(line).collect::<Vec<_>>(), ["a.rs:x", "c.rs"]);
    }
}
