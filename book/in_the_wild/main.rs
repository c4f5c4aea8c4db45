//! Runs a program of the book, in this folder: `cargo run -q volga_shapes`.
//!
//! All programs are one binary, so that they are linked once. Each stands in a file of its own,
//! with a `main` of its own; what they share is in the modules below.

mod bank;
mod loopback;

include!(concat!(env!("OUT_DIR"), "/programs.rs"));

fn main() -> anyhow::Result<std::process::ExitCode> {
    let wanted = std::env::args().nth(1).unwrap_or_default();
    let by_name =
        |name: &str| name == wanted || name.rsplit('/').next().is_some_and(|last| last == wanted);
    match PROGRAMS.iter().find(|(name, _)| by_name(name)) {
        Some((_, program)) => {
            program()?;
            Ok(std::process::ExitCode::SUCCESS)
        }
        None => {
            eprintln!("There is no program {wanted:?}. Say one of these:");
            PROGRAMS.iter().for_each(|(name, _)| eprintln!("  cargo run -q {name}"));
            Ok(std::process::ExitCode::from(2))
        }
    }
}
