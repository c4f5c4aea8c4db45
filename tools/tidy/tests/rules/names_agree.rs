//! One name, three roots: whoever knows the name of an exercise finds its page, its code and its answer. And
//! nothing else lies there, so that a forgotten file does not look like a part of the course.

use std::collections::BTreeSet;
use std::path::Path;
use tidy::settle;

#[test]
fn names_agree() {
    let course = tidy::course();
    let root = course.root();
    let listed: BTreeSet<String> = course.exercises().map(|exercise| exercise.slug()).collect();
    let mut faults = Vec::new();

    compare(&mut faults, "exercises", &listed, &folders_of_chapters(&root.join("exercises")));
    compare(&mut faults, "solutions", &listed, &folders_of_chapters(&root.join("solutions")));
    compare(&mut faults, "solutions/*.rs", &listed, &stems(&root.join("solutions"), "rs"));
    let entries: BTreeSet<String> =
        course.entries().iter().map(|entry| entry.file.clone()).collect();
    for language in course.languages().expect("`book` can be listed") {
        let folder = root.join("book").join(&language);
        let pages: BTreeSet<String> = tidy::files_below(&folder, "md")
            .iter()
            .map(|path| relative(path, &folder))
            .filter(|page| page != "SUMMARY.md" && page != "404.md")
            .collect();
        let place = format!("book/{language}");
        // What is not translated yet is no fault; `cargo run -p book -- stale` lists it.
        let expected = entries.iter().filter(|page| language == "en" || pages.contains(*page));
        compare(&mut faults, &place, &expected.cloned().collect(), &pages);
    }

    for exercise in course.exercises() {
        let manifest = tidy::read(&exercise.folder().join("Cargo.toml")).unwrap_or_default();
        if !manifest.contains(&format!("name = \"{}\"\n", exercise.name)) {
            faults.push(format!("{}: the package must have the folder's name", exercise.slug()));
        }
        // libtest selects by parts of names, and `cut_short::check` is a part of `log_cut_short::check`.
        if let Some(longer) = course
            .exercises()
            .find(|other| other.name != exercise.name && other.name.ends_with(&exercise.name))
        {
            faults.push(format!("{}: its name is the end of {}", exercise.slug(), longer.slug()));
        }
        if !exercise.name.chars().all(|c| c.is_ascii_lowercase() || c == '_') {
            faults.push(format!("{}: small letters and `_` only, no number", exercise.slug()));
        }
        let own = root.join("solutions").join(exercise.slug());
        let folders = course::subfolders(&own).unwrap_or_default();
        for stray in folders.iter().filter(|name| !["right", "wrong"].contains(&name.as_str())) {
            faults.push(format!("solutions/{}/{stray}: what is it?", exercise.slug()));
        }
    }
    settle(
        &faults,
        "give the page, the exercise and the answer the same name, list the page in book/en/SUMMARY.md, and \
         remove what belongs to none.",
    );
}

fn compare(
    faults: &mut Vec<String>,
    place: &str,
    listed: &BTreeSet<String>,
    found: &BTreeSet<String>,
) {
    for name in listed.difference(found) {
        faults.push(format!("{name} is in SUMMARY.md and not in {place}"));
    }
    for name in found.difference(listed) {
        faults.push(format!("{name} is in {place} and not in SUMMARY.md"));
    }
}

/// `01_dropping/unsent_receipt` for each folder two levels down.
fn folders_of_chapters(root: &Path) -> BTreeSet<String> {
    let folders = |path: &Path| course::subfolders(path).expect("a root can be listed");
    folders(root)
        .into_iter()
        .flat_map(|chapter| {
            let inside = folders(&root.join(&chapter));
            inside.into_iter().map(move |name| format!("{chapter}/{name}"))
        })
        .collect()
}

/// `01_dropping/unsent_receipt` for each file one level down.
fn stems(root: &Path, extension: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for chapter in course::subfolders(root).expect("a root can be listed") {
        for file in course::files(&root.join(&chapter)).expect("a chapter can be listed") {
            if let Some(stem) = file.strip_suffix(&format!(".{extension}")) {
                found.insert(format!("{chapter}/{stem}"));
            }
        }
    }
    found
}

fn relative(path: &Path, folder: &Path) -> String {
    let rest = path.strip_prefix(folder).expect("the page lies in the folder");
    rest.display().to_string().replace('\\', "/")
}
