//! Finds the programs: every `.rs` file in a folder beside this one. The folder is the list.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    println!("cargo::rerun-if-changed={}", here.display());

    let mut modules = String::new();
    let mut list = String::from(
        "type Program = fn() -> anyhow::Result<()>;\nconst PROGRAMS: &[(&str, Program)] = &[\n",
    );
    for folder in sorted(&here).into_iter().filter(|path| path.is_dir()) {
        for file in sorted(&folder) {
            if file.extension().is_none_or(|extension| extension != "rs") {
                continue;
            }
            let (chapter, program) = (name(&folder), name(&file));
            // `include!` and not `#[path]`: so `run` stands beside the program's `main`.
            // Writing to a string cannot fail.
            let _ = writeln!(
                modules,
                "mod _{chapter}_{program} {{
                     include!({file:?});
                     pub(crate) fn run() -> anyhow::Result<()> {{ main() }}
                 }}"
            );
            let _ = writeln!(
                list,
                "    ({:?}, _{chapter}_{program}::run),",
                format!("{chapter}/{program}")
            );
        }
    }
    list.push_str("];\n");
    fs::write(out.join("programs.rs"), modules + &list).expect("OUT_DIR can be written");
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of listings can be listed");
    let mut paths: Vec<PathBuf> =
        entries.map(|entry| entry.expect("an entry can be read").path()).collect();
    paths.sort();
    paths
}

fn name(path: &Path) -> &str {
    path.file_stem().and_then(|stem| stem.to_str()).expect("names of listings are plain")
}
