//! Which exercise a learner means.

use course::{Course, Exercise};

#[derive(Debug)]
pub(crate) enum Found<'a> {
    One(&'a Exercise),
    Several(Vec<&'a Exercise>),
    /// Perhaps with the nearest name.
    None(Option<&'a Exercise>),
}

/// By name, `chapter/name`, a number such as `1.2`, or how one of them begins; `-` is as good as `_`.
pub(crate) fn find<'a>(course: &'a Course, typed: &str) -> Found<'a> {
    let wanted = typed.trim().trim_matches('/').to_lowercase().replace(['-', ' '], "_");
    let wanted = wanted.trim_start_matches("exercises/");
    if let Some(exercise) = by_number(course, wanted) {
        return Found::One(exercise);
    }
    let all = || course.exercises();
    if let Some(exercise) = all().find(|it| it.name == wanted || it.slug() == wanted) {
        return Found::One(exercise);
    }
    let matches = |accepts: &dyn Fn(&Exercise) -> bool| -> Vec<&'a Exercise> {
        if wanted.is_empty() { Vec::new() } else { all().filter(|it| accepts(it)).collect() }
    };
    // The nearer the match, the sooner it counts.
    let begins = matches(&|it| it.name.starts_with(wanted) || it.slug().starts_with(wanted));
    let contains = matches(&|it| it.name.contains(wanted));
    for found in [begins, contains] {
        match found[..] {
            [] => {}
            [one] => return Found::One(one),
            _ => return Found::Several(found),
        }
    }
    let name = wanted.rsplit('/').next().unwrap_or_default();
    let distance = |it: &&Exercise| strsim::damerau_levenshtein(&it.name, name);
    Found::None(all().min_by_key(distance).filter(|it| distance(it) <= 1 + name.len() / 4))
}

/// `1.2`: the second exercise of the first chapter.
fn by_number<'a>(course: &'a Course, typed: &str) -> Option<&'a Exercise> {
    let (chapter, exercise) = typed.split_once('.')?;
    let place = |number: &str| number.parse::<usize>().ok()?.checked_sub(1);
    course.chapters().get(place(chapter)?)?.exercises.get(place(exercise)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_taken_as_it_was_meant() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join("book/en")).unwrap();
        let summary = "- [A](01_a/index.md)\n  - [Line](01_a/lost_line.md)\n  - [L](01_a/lost_lock.md)\n\
                       - [B](02_b/index.md)\n  - [Slow](02_b/slow.md)\n";
        std::fs::write(folder.path().join("book/en/SUMMARY.md"), summary).unwrap();
        let course = Course::read(folder.path()).unwrap();
        for (typed, expected) in [
            ("lost_line", "lost_line"),
            ("lost-line", "lost_line"),
            ("Lost Lock", "lost_lock"),
            ("01_a/lost_line", "lost_line"),
            ("exercises/01_a/lost_line/", "lost_line"),
            ("1.2", "lost_lock"),
            ("02.1", "slow"),
            ("lost_li", "lost_line"),
            ("s", "slow"),
            ("02", "slow"),
            ("lock", "lost_lock"),
        ] {
            let Found::One(exercise) = find(&course, typed) else { panic!("{typed}") };
            assert_eq!(exercise.name, expected, "{typed}");
        }
        assert!(matches!(find(&course, "lost"), Found::Several(two) if two.len() == 2));
        assert!(
            matches!(find(&course, "lsot_line"), Found::None(Some(near)) if near.name == "lost_line")
        );
        for typed in ["nothing_like_it", "3.1", "1.0", "1.x", ""] {
            assert!(matches!(find(&course, typed), Found::None(None)), "{typed}");
        }
    }
}
