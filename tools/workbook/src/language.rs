//! In which language the command speaks.

use crate::words::{self, Words};
use std::path::Path;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    English,
    Russian,
    Japanese,
    Chinese,
}

pub(crate) const ALL: [Language; 4] =
    [Language::English, Language::Russian, Language::Japanese, Language::Chinese];

impl Language {
    /// The folder below `book`, and what `--lang` takes.
    pub(crate) fn folder(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Russian => "ru",
            Language::Japanese => "ja",
            Language::Chinese => "zh",
        }
    }

    pub(crate) fn words(self) -> &'static Words {
        match self {
            Language::English => &words::EN,
            Language::Russian => &words::RU,
            Language::Japanese => &words::JA,
            Language::Chinese => &words::ZH,
        }
    }

    /// `ru`, `ru_RU.UTF-8`, `zh-Hans`.
    pub(crate) fn parse(tag: &str) -> Option<Language> {
        let tag = tag.trim().split(['_', '-', '.', '@']).next()?.to_ascii_lowercase();
        ALL.into_iter().find(|language| language.folder() == tag)
    }

    /// The saved choice, else the environment's, else English.
    pub(crate) fn choose(saved: Option<&Path>, set: impl Fn(&str) -> Option<String>) -> Language {
        let saved = saved.and_then(|path| std::fs::read_to_string(path).ok());
        let environment = || ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(&set);
        saved
            .and_then(|tag| Language::parse(&tag))
            .or_else(|| environment().and_then(|tag| Language::parse(&tag)))
            .unwrap_or(Language::English)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_saved_choice_wins_over_the_environment_and_english_is_the_last_resort() {
        let folder = tempfile::tempdir().unwrap();
        let saved = folder.path().join("language");
        let set = |name: &str| match name {
            "LC_MESSAGES" => Some("ja_JP.UTF-8".to_owned()),
            "LANG" => Some("ru_RU.UTF-8".to_owned()),
            _ => None,
        };
        assert_eq!(Language::choose(Some(&saved), set), Language::Japanese);
        std::fs::write(&saved, "zh\n").unwrap();
        assert_eq!(Language::choose(Some(&saved), set), Language::Chinese);
        std::fs::write(&saved, [0xff, 0xfe]).unwrap();
        assert_eq!(Language::choose(Some(&saved), set), Language::Japanese);
        assert_eq!(Language::choose(None, |_| Some("C.UTF-8".to_owned())), Language::English);
        assert_eq!(Language::parse("zh-Hans"), Some(Language::Chinese));
        assert_eq!(Language::parse("xx"), None);
    }
}
