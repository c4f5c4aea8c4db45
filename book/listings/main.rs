//! Runs a program of the book: `cargo run -q -p listings unfinished_tea`.
//!
//! All programs are one binary, so that a hundred of them are linked once. Each stands in a file of its own,
//! with a `main` of its own, and can be copied into an empty project as it is.

include!(concat!(env!("OUT_DIR"), "/programs.rs"));

fn main() -> std::process::ExitCode {
    let wanted = std::env::args().nth(1).unwrap_or_default();
    let by_name =
        |name: &str| name == wanted || name.rsplit('/').next().is_some_and(|last| last == wanted);
    match PROGRAMS.iter().find(|(name, _)| by_name(name)) {
        Some((_, program)) => {
            program();
            std::process::ExitCode::SUCCESS
        }
        None => {
            eprintln!("There is no program {wanted:?}. Say one of these:");
            PROGRAMS.iter().for_each(|(name, _)| eprintln!("  cargo run -q -p listings {name}"));
            std::process::ExitCode::from(2)
        }
    }
}
