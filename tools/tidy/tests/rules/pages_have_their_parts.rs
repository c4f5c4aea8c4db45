//! A learner finds the same parts in the same order on the page of every exercise. Explicit ids on headings
//! keep links whole when a title changes, and make them the same in every language.

use course::Page;
use tidy::settle;

/// The parts of an exercise's page, by id. `in-the-wild` is there only where a real report is known.
const PARTS: [&str; 5] = ["predict", "your-task", "why-not", "in-the-wild", "take-away"];
const OPTIONAL: &str = "in-the-wild";
const LEAST_HINTS: usize = 2;

#[test]
fn pages_of_exercises_have_their_parts() {
    let course = tidy::course();
    let mut faults = Vec::new();
    for language in course.languages().expect("`book` can be listed") {
        for exercise in course.exercises() {
            let path = exercise.page(&language);
            let Ok(page) = Page::read(&path) else {
                continue; // `names_agree` says so.
            };
            let shown = tidy::shown(&path);
            let second: Vec<&str> = page
                .headings
                .iter()
                .filter(|heading| heading.level == 2)
                .filter_map(|heading| heading.id.as_deref())
                .collect();
            let wanted: Vec<&str> = PARTS
                .into_iter()
                .filter(|part| *part != OPTIONAL || second.contains(part))
                .collect();
            if second != wanted {
                faults.push(format!("{shown}: its parts are {second:?}, they must be {wanted:?}"));
            }
            if page.hints.len() < LEAST_HINTS {
                faults.push(format!("{shown}: {} hints; {LEAST_HINTS} are owed", page.hints.len()));
            }
            if page.hints.iter().any(String::is_empty) {
                faults.push(format!("{shown}: a hint without a word"));
            }
            let text = tidy::read(&path).expect("it was read before");
            let command = format!("cargo test -p {}", exercise.name);
            if !text.lines().any(|line| line == command) {
                faults.push(format!("{shown}: it must say `{command}`"));
            }
            let check = tidy::read(&exercise.check()).expect("an exercise has a check");
            let tests = check.lines().filter(|line| line.trim() == "#[test]").count();
            let green = format!("`test result: ok. {tests} passed`");
            if !text.contains(&green) {
                faults.push(format!("{shown}: it must say that it is green at {green}"));
            }
        }
    }
    settle(
        &faults,
        "take the page of a neighbour as the pattern; hints are `<details class=\"hint\">` blocks.",
    );
}

#[test]
fn lessons_end_with_their_exercises() {
    let course = tidy::course();
    let mut faults = Vec::new();
    for language in course.languages().expect("`book` can be listed") {
        for chapter in course.chapters() {
            let path =
                course.root().join("book").join(&language).join(&chapter.name).join("index.md");
            let Ok(text) = tidy::read(&path) else { continue };
            let shown = tidy::shown(&path);
            let last = Page::parse(&text).headings.pop().and_then(|heading| heading.id);
            if last.as_deref() != Some("exercises") {
                faults.push(format!("{shown}: its last heading must be `{{#exercises}}`"));
            }
            for exercise in &chapter.exercises {
                if !text.contains(&format!("({}.md)", exercise.name)) {
                    faults.push(format!("{shown}: it does not link to {}.md", exercise.name));
                }
            }
        }
    }
    settle(&faults, "close the lesson with a list of its exercises and what each is for.");
}

#[test]
fn headings_have_ids() {
    let mut faults = Vec::new();
    for path in tidy::pages(&tidy::course()) {
        if path.ends_with("SUMMARY.md") {
            continue; // mdBook reads its headings as names of parts.
        }
        for heading in Page::read(&path).expect("a page can be read").headings {
            if heading.id.is_none() {
                let shown = tidy::shown(&path);
                faults.push(format!("{shown}:{}: {:?} has no id", heading.line, heading.text));
            }
        }
    }
    settle(&faults, "end the heading with `{#its-id}`, the same in every language.");
}
