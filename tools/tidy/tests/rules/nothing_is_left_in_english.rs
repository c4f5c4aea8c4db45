//! A translation that keeps a sentence of the English page sends its reader back to English. What stays is code,
//! names, and quoted output, and those are marked or short.

use tidy::{prose, settle, translated_texts};

/// So many Latin words in a row are a phrase and no name.
const PHRASE: usize = 4;

#[test]
fn nothing_is_left_in_english() {
    let mut faults = Vec::new();
    for (_, path, text) in translated_texts(&tidy::course()) {
        for (number, line) in prose(&text) {
            if let Some(phrase) = phrase(&line).filter(|phrase| !is_a_title(&text, phrase)) {
                faults.push(format!("{}:{number}: {phrase}", tidy::shown(&path)));
            }
        }
    }
    settle(&faults, "translate it, or put it into backticks if it is code or output.");
}

/// A run of Latin words with nothing but spaces between them.
fn phrase(line: &str) -> Option<String> {
    let mut run: Vec<&str> = Vec::new();
    for word in line.split(' ') {
        if !word.is_empty() && word.chars().all(|c| c.is_ascii_alphabetic() || c == '\'') {
            run.push(word);
        } else if run.len() >= PHRASE {
            break;
        } else {
            run.clear();
        }
    }
    (run.len() >= PHRASE).then(|| run.join(" "))
}

/// The title of somebody else's text begins so, as the words of a link to it.
fn is_a_title(text: &str, phrase: &str) -> bool {
    text.split_once(&format!("[{phrase}"))
        .and_then(|(_, rest)| rest.split_once(']'))
        .is_some_and(|(_, target)| target.starts_with("(https://"))
}

#[test]
fn a_phrase_is_found_and_a_name_is_not() {
    assert_eq!(phrase("это just a few words здесь").as_deref(), Some("just a few words"));
    assert_eq!(phrase("不要 leave me like this").as_deref(), Some("leave me like this"));
    assert_eq!(phrase("Rust Playground の c"), None);
    assert!(is_a_title("см. [How it went home](https://x)", "How it went"));
    assert!(!is_a_title("см. [How it went](../x.md)", "How it went"));
}
