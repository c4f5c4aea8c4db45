//! What was typed.

use crate::language::Language;
use crate::words::Words;

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Watch { port: Option<u16> },
    Check { name: Option<String> },
    Hint { name: Option<String>, number: Option<usize> },
    List,
    Next,
    Reset { name: String },
    Undo { name: Option<String> },
    History { name: Option<String> },
    Solution { name: String, yes: bool },
    Build,
    Doctor,
    Lang { language: Language },
    Help,
    Version,
}

/// The language that `--lang` asks for, if it is one.
pub(crate) fn language(arguments: &[&str]) -> Option<Language> {
    let place = arguments.iter().position(|word| *word == "--lang")?;
    Language::parse(arguments.get(place + 1)?)
}

/// # Errors
///
/// What is wrong with the arguments, in a sentence.
pub(crate) fn parse(arguments: &[&str], words: &Words) -> Result<Command, String> {
    let mut rest: Vec<&str> = arguments.to_vec();
    if let Some(place) = rest.iter().position(|word| *word == "--lang") {
        let tag = rest.get(place + 1).copied().unwrap_or_default();
        if Language::parse(tag).is_none() {
            return Err((words.names.unknown_language)(tag));
        }
        rest.drain(place..place + 2);
    }
    let name = |name: &str| (!name.starts_with('-')).then(|| Some(name.to_owned()));
    let command = match rest[..] {
        [] => Some(Command::Watch { port: None }),
        ["--port", port] => port.parse().ok().map(|port| Command::Watch { port: Some(port) }),
        ["check"] => Some(Command::Check { name: None }),
        ["check", it] => name(it).map(|name| Command::Check { name }),
        ["hint"] => Some(Command::Hint { name: None, number: None }),
        ["hint", it] => match it.parse() {
            Ok(number) => Some(Command::Hint { name: None, number: Some(number) }),
            Err(_) => name(it).map(|name| Command::Hint { name, number: None }),
        },
        ["hint", it, number] => match (name(it), number.parse()) {
            (Some(name), Ok(number)) => Some(Command::Hint { name, number: Some(number) }),
            _ => None,
        },
        ["list"] => Some(Command::List),
        ["next"] => Some(Command::Next),
        ["reset", it] => name(it).flatten().map(|name| Command::Reset { name }),
        ["undo"] => Some(Command::Undo { name: None }),
        ["undo", it] => name(it).map(|name| Command::Undo { name }),
        ["history"] => Some(Command::History { name: None }),
        ["history", it] => name(it).map(|name| Command::History { name }),
        ["solution", it] => name(it).flatten().map(|name| Command::Solution { name, yes: false }),
        ["solution", "--yes", it] | ["solution", it, "--yes"] => {
            name(it).flatten().map(|name| Command::Solution { name, yes: true })
        }
        ["build"] => Some(Command::Build),
        ["doctor"] => Some(Command::Doctor),
        ["lang", tag] => match Language::parse(tag) {
            Some(language) => Some(Command::Lang { language }),
            None => return Err((words.names.unknown_language)(tag)),
        },
        ["-h" | "--help" | "help"] => Some(Command::Help),
        ["-V" | "--version"] => Some(Command::Version),
        _ => None,
    };
    command.ok_or_else(|| (words.names.not_understood)(&arguments.join(" ")))
}
