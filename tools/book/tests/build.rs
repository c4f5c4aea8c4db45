use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A workbook with one page.
fn workbook(config: &str, page: &str) -> TempDir {
    let root = TempDir::new().unwrap();
    write(root.path(), "book.toml", config);
    write(root.path(), "book/en/SUMMARY.md", "# Summary\n\n- [One](one.md)\n");
    write(root.path(), "book/en/one.md", page);
    write(root.path(), "book/listings/a.rs", "// ANCHOR: a\nfn a() {}\n// ANCHOR_END: a\n");
    write(root.path(), "exercises/keep.md", "");
    root
}

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn config(build_dir: &str) -> String {
    format!(
        "[book]\nsrc = \"book/en\"\n[build]\nbuild-dir = \"{build_dir}\"\ncreate-missing = false\n"
    )
}

fn complaint(root: &TempDir) -> String {
    format!("{:#}", book::build(root.path(), None).unwrap_err())
}

#[test]
fn a_book_is_built_into_the_folder_of_book_toml() {
    let root = workbook(&config("target/book"), "# One\n\n{{#include ../listings/a.rs:a}}\n");
    let folder = book::build(root.path(), None).unwrap();
    assert_eq!(folder, root.path().join("target/book"));
    assert!(fs::read_to_string(folder.join("index.html")).unwrap().contains("fn a()"));
}

#[test]
fn a_book_is_built_into_the_folder_that_is_asked_for() {
    let root = workbook(&config("target/book"), "# One\n");
    let folder = book::build(root.path(), Some(&root.path().join("target/other"))).unwrap();
    assert!(folder.join("index.html").exists());
    assert!(!root.path().join("target/book").exists());
}

#[test]
fn a_folder_with_something_else_in_it_is_never_emptied() {
    for dangerous in ["book", "book/en", "book/out", ".", "exercises/../book", "exercises"] {
        let root = workbook(&config(dangerous), "# One\n");
        let complaint = complaint(&root);
        assert!(complaint.contains("delete"), "{dangerous}: {complaint}");
        assert!(root.path().join("book/en/one.md").exists(), "{dangerous}");
        assert!(root.path().join("exercises/keep.md").exists(), "{dangerous}");
    }
}

#[test]
fn a_broken_include_is_an_error_that_names_page_and_line() {
    for include in ["missing.rs", "../listings/a.rs:b"] {
        let root =
            workbook(&config("target/book"), &format!("# One\n\n{{{{#include {include}}}}}\n"));
        let complaint = complaint(&root);
        assert!(complaint.contains("one.md:3: "), "{complaint}");
    }
}

#[test]
fn a_warning_of_mdbook_is_an_error_that_names_the_page() {
    let root = workbook(&config("target/book"), "# One\n\nA `Vec` of <i32> things.\n");
    let complaint = complaint(&root);
    assert!(complaint.contains("one.md") && complaint.contains("i32"), "{complaint}");
}

#[test]
fn a_page_that_is_missing_is_an_error() {
    let root = workbook(&config("target/book"), "# One\n");
    fs::remove_file(root.path().join("book/en/one.md")).unwrap();
    let complaint = complaint(&root);
    assert!(complaint.contains("one.md"), "{complaint}");
    assert!(!root.path().join("book/en/one.md").exists());
}

#[test]
fn a_missing_page_is_never_made_up() {
    let config = config("target/book").replace("create-missing = false\n", "");
    let root = workbook(&config, "# One\n");
    assert!(complaint(&root).contains("create-missing"));
}
