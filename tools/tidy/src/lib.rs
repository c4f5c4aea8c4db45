//! The repository's own rules. Each is a test in `tests/rules`, in a file named as the rule, which opens
//! with the reason; its failure text says what to do.
//!
//! What a rule needs to look at the repository with is here.

mod binary;
mod claim;
mod prose;
mod skeleton;

pub use binary::{Outcome, alternatives_binary, answers_binary, exercise_binaries, run};
pub use claim::Claim;
pub use prose::prose;
pub use skeleton::{Bone, links, options, skeleton};

use anyhow::{Context, Result};
use course::{Course, Exercise};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// The workbook that these rules are about.
///
/// # Panics
///
/// The course cannot be read; nothing can be checked then.
#[must_use]
pub fn course() -> Course {
    Course::read(&root()).expect("the course can be read")
}

#[must_use]
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    course::find_root(here).expect("tidy lies in the workbook")
}

/// Fails a rule with all its faults and what to do about them.
///
/// # Panics
///
/// There is a fault.
pub fn settle(faults: &[String], remedy: &str) {
    if faults.is_empty() {
        return;
    }
    let list: String = faults.iter().map(|fault| format!("  * {fault}\n")).collect();
    eprintln!("\n{list}\nWhat to do: {remedy}\n");
    // Not `panic!`: a backtrace through the rule says nothing about the fault.
    std::panic::resume_unwind(Box::new("a rule is broken"));
}

/// Looks at all items, as many at once as there are processors, and returns their faults in the items' order.
///
/// # Panics
///
/// `look` panics.
pub fn faults_of<T: Sync>(items: &[T], look: impl Fn(&T) -> Vec<String> + Sync) -> Vec<String> {
    let next = AtomicUsize::new(0);
    let work = || -> Vec<(usize, Vec<String>)> {
        let places = std::iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed));
        places
            .map_while(|place| Some((place, look(items.get(place)?))))
            .filter(|(_, faults)| !faults.is_empty())
            .collect()
    };
    let mut found = std::thread::scope(|scope| {
        let count = std::thread::available_parallelism().map_or(1, usize::from);
        let threads: Vec<_> = (0..count).map(|_| scope.spawn(work)).collect();
        let join = |thread: std::thread::ScopedJoinHandle<'_, _>| {
            thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        threads.into_iter().flat_map(join).collect::<Vec<_>>()
    });
    found.sort_by_key(|(place, _)| *place);
    found.into_iter().flat_map(|(_, faults)| faults).collect()
}

/// Whether every exercise must be in its starting state. On a learner's machine none has to be.
#[must_use]
pub fn in_ci() -> bool {
    std::env::var_os("CI")
        .is_some_and(|value| !value.is_empty() && value != "false" && value != "0")
}

/// The exercises that a learner has not touched; in CI all of them. Says which it leaves out.
///
/// # Panics
///
/// A file of an exercise cannot be read.
#[must_use]
pub fn untouched(course: &Course) -> Vec<&Exercise> {
    let mut rest = Vec::new();
    for exercise in course.exercises() {
        if in_ci() || exercise.is_untouched().expect("an exercise has code and starting code") {
            rest.push(exercise);
        } else {
            eprintln!("left out, because somebody is working on it: {}", exercise.slug());
        }
    }
    rest
}

/// A path as the repository's readers know it.
#[must_use]
pub fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string().replace('\\', "/")
}

/// # Errors
///
/// The file cannot be read.
pub fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", shown(path)))
}

/// All files below `folder` whose names end with `.{extension}`, sorted.
///
/// # Panics
///
/// A folder cannot be listed.
#[must_use]
pub fn files_below(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = course::files(folder)
        .expect("a folder of the repository can be listed")
        .into_iter()
        .map(|name| folder.join(name))
        .filter(|path| path.extension().is_some_and(|end| end == extension))
        .collect();
    for name in course::subfolders(folder).expect("a folder of the repository can be listed") {
        found.extend(files_below(&folder.join(name), extension));
    }
    found
}

/// The languages other than English, by their folders.
///
/// # Panics
///
/// `book` cannot be listed.
#[must_use]
pub fn translations(course: &Course) -> Vec<String> {
    let mut languages = course.languages().expect("`book` can be listed");
    languages.retain(|language| language != "en");
    languages
}

/// The pages of a language, and its README if it has one.
///
/// # Panics
///
/// `book` cannot be listed.
#[must_use]
pub fn texts(course: &Course, language: &str) -> Vec<PathBuf> {
    let mut texts = files_below(&course.root().join("book").join(language), "md");
    texts.extend(Some(course.readme(language)).filter(|readme| readme.exists()));
    texts
}

/// The texts in other languages: the language, the path and what is written there.
///
/// # Panics
///
/// `book` cannot be listed, or a text cannot be read.
#[must_use]
pub fn translated_texts(course: &Course) -> Vec<(String, PathBuf, String)> {
    let read = |language: &String, path: PathBuf| {
        let text = read(&path).expect("a text can be read");
        (language.clone(), path, text)
    };
    translations(course)
        .iter()
        .flat_map(|language| {
            texts(course, language).into_iter().map(move |path| read(language, path))
        })
        .collect()
}

/// Every page of every language.
///
/// # Panics
///
/// `book` cannot be listed.
#[must_use]
pub fn pages(course: &Course) -> Vec<PathBuf> {
    let languages = course.languages().expect("`book` can be listed");
    languages
        .iter()
        .flat_map(|language| files_below(&course.root().join("book").join(language), "md"))
        .collect()
}
