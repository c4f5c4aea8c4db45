//! Every program prints what the book says it prints: the `.out` file beside it.
//!
//! After a change on purpose, write the files anew with `BLESS=1 cargo test` in this folder, and
//! read the diff.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

#[test]
fn programs_print_what_the_book_says() {
    let mut faults = String::new();
    let mut programs = 0;
    for path in programs_of(Path::new(env!("CARGO_MANIFEST_DIR"))) {
        programs += 1;
        let printed = run(&path);
        let expected = path.with_extension("out");
        if env::var_os("BLESS").is_some() {
            fs::write(&expected, printed).expect("the .out file can be written");
            continue;
        }
        let text = fs::read_to_string(&expected).unwrap_or_default();
        if text.replace("\r\n", "\n") != printed {
            faults += &format!("{} is not what it prints:\n{printed}\n", expected.display());
        }
    }
    assert!(programs > 0, "no program was found");
    assert!(faults.is_empty(), "{faults}BLESS=1 writes the files anew; read the diff then");
}

fn run(program: &Path) -> String {
    let chapter = program.parent().and_then(Path::file_name).and_then(|name| name.to_str());
    let stem = program.file_stem().and_then(|name| name.to_str());
    let name = format!("{}/{}", chapter.expect("a plain name"), stem.expect("a plain name"));
    let output = Command::new(env!("CARGO_BIN_EXE_in_the_wild"))
        .arg(&name)
        .output()
        .expect("the binary that cargo built can be started");
    assert!(
        output.status.success(),
        "{name} ended with {:?}\n{}",
        output.status.code(),
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("programs print text").replace("\r\n", "\n")
}

fn programs_of(root: &Path) -> Vec<PathBuf> {
    let inside = |folder: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).expect("the folder of listings can be listed");
        entries.map(|entry| entry.expect("an entry can be read").path()).collect()
    };
    let folders = inside(root).into_iter().filter(|path| path.is_dir());
    let mut files: Vec<PathBuf> = folders.flat_map(|folder| inside(&folder)).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    files.sort();
    files
}
