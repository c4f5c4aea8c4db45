//! A title stands on the page and in `SUMMARY.md`, because mdBook wants it twice. It must be the same one.

use course::Page;
use tidy::settle;

#[test]
fn titles_agree() {
    let course = tidy::course();
    let mut faults = Vec::new();
    for language in course.languages().expect("`book` can be listed") {
        let folder = course.root().join("book").join(&language);
        let summary = tidy::read(&folder.join("SUMMARY.md")).expect("a language has a SUMMARY.md");
        let entries = course::entries(&summary);
        let files = |entries: &[course::Entry]| -> Vec<String> {
            entries.iter().map(|entry| entry.file.clone()).collect()
        };
        // Pages that nobody has translated yet are left out, and the others keep the order.
        let mut wanted = files(course.entries());
        wanted.retain(|file| language == "en" || folder.join(file).exists());
        if files(&entries) != wanted {
            let list = wanted.join(", ");
            faults.push(format!("book/{language}/SUMMARY.md must list {list}"));
        }
        for entry in entries {
            let Ok(page) = Page::read(&folder.join(&entry.file)) else {
                faults.push(format!("book/{language}/{}: there is no such page", entry.file));
                continue;
            };
            if page.title != entry.title {
                faults.push(format!(
                    "book/{language}/{}: its heading is {:?}, SUMMARY.md:{} says {:?}",
                    entry.file, page.title, entry.line, entry.title
                ));
            }
        }
    }
    settle(&faults, "write the title of the page into SUMMARY.md, or the other way round.");
}
