use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

pub(crate) const CONFIG: &str = "\
[book]
src = \"book/en\"
[build]
build-dir = \"target/book\"
create-missing = false
[output.languages]
command = \"cargo run -q -p book -- render\"
";

/// A workbook in a folder of its own, with the words and the theme of the real one.
pub(crate) struct Workbook(TempDir);

impl Workbook {
    /// One English page, `one.md`.
    pub(crate) fn new(page: &str) -> Workbook {
        let workbook = Workbook(TempDir::new().unwrap());
        workbook.write("book.toml", CONFIG);
        workbook.write("book/en/SUMMARY.md", "# Summary\n\n[One](one.md)\n");
        workbook.write("book/en/one.md", page);
        workbook.write("book/listings/a.rs", "// ANCHOR: a\nfn a() {}\n// ANCHOR_END: a\n");
        workbook.write("exercises/keep.md", "");
        let real = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../book");
        workbook.write("book/ui.toml", &fs::read_to_string(real.join("ui.toml")).unwrap());
        for file in fs::read_dir(real.join("theme")).unwrap() {
            let path = file.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            workbook.write(&format!("book/theme/{name}"), &fs::read_to_string(path).unwrap());
        }
        workbook
    }

    pub(crate) fn root(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root().join(path)).unwrap()
    }

    /// Changes the first `from` of a file.
    #[track_caller]
    pub(crate) fn change(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} has no {from}");
        self.write(path, &text.replacen(from, to, 1));
    }

    #[track_caller]
    pub(crate) fn build(&self) -> Site {
        Site(book::build(self.root(), None, false).unwrap())
    }

    /// For `cargo workbook`.
    #[track_caller]
    pub(crate) fn build_live(&self) -> Site {
        Site(book::build(self.root(), None, true).unwrap())
    }

    #[track_caller]
    pub(crate) fn complaint(&self) -> String {
        format!("{:#}", book::build(self.root(), None, false).unwrap_err())
    }
}

/// A folder with a site.
pub(crate) struct Site(pub(crate) PathBuf);

impl Site {
    #[track_caller]
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// All files, sorted.
    pub(crate) fn files(&self) -> Vec<String> {
        let mut files = Vec::new();
        let mut folders = vec![self.0.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let path = path.strip_prefix(&self.0).unwrap().to_str().unwrap();
                    files.push(path.replace('\\', "/"));
                }
            }
        }
        files.sort();
        files
    }

    #[track_caller]
    pub(crate) fn assert_has(&self, path: &str, part: &str) {
        let text = self.read(path);
        assert!(text.contains(part), "{path} has no {part}:\n{text}");
    }

    #[track_caller]
    pub(crate) fn assert_has_not(&self, path: &str, part: &str) {
        let text = self.read(path);
        assert!(!text.contains(part), "{path} has {part}:\n{text}");
    }
}
