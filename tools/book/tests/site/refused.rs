use crate::workbook::{CONFIG, Workbook};
use std::fs;

#[track_caller]
fn refuses(workbook: &Workbook, parts: &[&str]) {
    let complaint = workbook.complaint();
    for part in parts {
        assert!(complaint.contains(part), "no {part} in: {complaint}");
    }
}

#[test]
fn a_folder_with_something_else_in_it_is_never_emptied() {
    for dangerous in ["book", "book/en", "book/out", ".", "exercises/../book", "exercises"] {
        let workbook = Workbook::new("# One\n");
        workbook.change("book.toml", "target/book", dangerous);
        refuses(&workbook, &["delete"]);
        assert!(workbook.root().join("book/en/one.md").exists(), "{dangerous}");
        assert!(workbook.root().join("exercises/keep.md").exists(), "{dangerous}");
    }
}

#[test]
fn a_broken_include_is_named_with_page_and_line() {
    for include in ["missing.rs", "../listings/a.rs:b"] {
        refuses(&Workbook::new(&format!("# One\n\n{{{{#include {include}}}}}\n")), &["one.md:3: "]);
    }
}

#[test]
fn a_warning_of_mdbook_is_an_error_that_names_the_page() {
    refuses(&Workbook::new("# One\n\nA `Vec` of <i32> things.\n"), &["one.md", "i32"]);
}

#[test]
fn a_page_that_is_missing_is_not_made_up() {
    let workbook = Workbook::new("# One\n");
    fs::remove_file(workbook.root().join("book/en/one.md")).unwrap();
    refuses(&workbook, &["one.md"]);
    assert!(!workbook.root().join("book/en/one.md").exists());

    let workbook = Workbook::new("# One\n");
    workbook.change("book.toml", "create-missing = false\n", "");
    refuses(&workbook, &["create-missing"]);
}

#[test]
fn a_link_that_leads_nowhere_is_named_with_page_and_line() {
    let page = |link: &str| Workbook::new(&format!("# One {{#one}}\n\n[a](#one)\n[b]({link})\n"));
    refuses(&page("two.md"), &["one.md:4: two.html: there is no such page"]);
    refuses(&page("#two"), &["one.md:4: #two: the page has no such heading"]);
    refuses(&page("one.md#two"), &["one.md:4: one.html#two: the page has no such heading"]);
    refuses(&page("../../x"), &["one.md:4: ", "there is no such page"]);
    page("https://example.org/x").build();
}

#[test]
fn an_id_that_two_elements_have_is_named() {
    refuses(&Workbook::new("# One {#keys}\n"), &["one.md:1: two elements have the id \"keys\""]);
}

#[test]
fn an_image_that_mdbook_would_write_twice_is_refused() {
    let workbook = Workbook::new("# One\n\n![A](a.svg)\n");
    workbook.write("book/en/a.svg", "<svg/>");
    refuses(&workbook, &["one.md", "<figure>"]);
}

#[test]
fn the_first_page_lies_at_the_top() {
    let workbook = Workbook::new("# One\n");
    workbook.write("book/en/SUMMARY.md", "[A](a/index.md)\n");
    workbook.write("book/en/a/index.md", "# A\n");
    refuses(&workbook, &["SUMMARY.md", "a/index.html comes first"]);
}

#[test]
fn a_language_is_whole_or_says_what_it_lacks() {
    let workbook = Workbook::new("# One\n");
    workbook.write("book/eo/SUMMARY.md", "[One](one.md)\n");
    refuses(&workbook, &["ui.toml", "add a table [eo]"]);

    let workbook = Workbook::new("# One\n");
    workbook.write("book/ru/1/index.md", "# Один\n");
    refuses(&workbook, &["ru has no SUMMARY.md"]);

    let workbook = Workbook::new("# One\n");
    workbook.write("book/ru/SUMMARY.md", "[Один](one.md)\n");
    refuses(&workbook, &["ru", "one.md"]);

    let workbook = Workbook::new("# One\n");
    workbook.write("book/ru/SUMMARY.md", "[Один](one.md)\n");
    workbook.write("book/ru/one.md", "# Один\n");
    workbook.change("book/ui.toml", "tag = \"ru\"", "tag = \"en\"");
    refuses(&workbook, &["[en] and [ru] both have the tag \"en\""]);

    let workbook = Workbook::new("# One\n");
    workbook.change("book/ui.toml", "skip =", "skipp =");
    refuses(&workbook, &["ui.toml:", "skipp"]);

    let workbook = Workbook::new("# One\n");
    fs::remove_file(workbook.root().join("book/ui.toml")).unwrap();
    refuses(&workbook, &["ui.toml, which names the languages"]);
}

#[test]
fn book_toml_has_one_output_and_no_unknown_key() {
    let workbook = Workbook::new("# One\n");
    workbook.write("book.toml", &format!("{CONFIG}[output.html]\n"));
    refuses(&workbook, &["remove [output.html]"]);
    workbook.write("book.toml", &format!("{CONFIG}site = \"/\"\n"));
    refuses(&workbook, &["book.toml", "unknown field `site`"]);
    workbook.write("book.toml", &format!("{CONFIG}site-url = \"example.org\"\n"));
    refuses(&workbook, &["`site-url` is \"example.org\""]);
    workbook.write("book.toml", CONFIG.split("[output").next().unwrap());
    refuses(&workbook, &["[output.languages] is missing"]);
}

#[test]
fn a_build_that_fails_leaves_the_site_that_was_there() {
    let workbook = Workbook::new("# One\n");
    let site = workbook.build();
    let files = site.files();
    workbook.write("book/en/one.md", "# One\n\n[a](#nowhere)\n");
    refuses(&workbook, &["nowhere"]);
    assert_eq!(site.files(), files);
}
