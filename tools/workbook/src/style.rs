use std::io::IsTerminal;

/// What the terminal is able to show.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    pub(crate) coloured: bool,
    /// Whether it knows more than ASCII.
    pub(crate) unicode: bool,
    /// Whether somebody is watching.
    pub(crate) live: bool,
}

impl Style {
    pub(crate) fn detect() -> Style {
        let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        let live = std::io::stdout().is_terminal();
        let locale = set("LC_ALL").or_else(|| set("LC_CTYPE")).or_else(|| set("LANG"));
        let utf8 = locale.unwrap_or_default().to_uppercase().replace('-', "").contains("UTF8");
        let coloured = live && set("NO_COLOR").is_none();
        Style { coloured, unicode: live && (utf8 || cfg!(windows)), live }
    }

    fn paint(self, code: &str, text: &str) -> String {
        if self.coloured { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }

    pub(crate) fn green(self, text: &str) -> String {
        self.paint("32", text)
    }

    pub(crate) fn red(self, text: &str) -> String {
        self.paint("31", text)
    }

    /// Whether something is right.
    pub(crate) fn mark(self, right: bool) -> String {
        match (right, self.unicode) {
            (true, true) => self.green("✔"),
            (true, false) => self.green("ok  "),
            (false, true) => self.red("✘"),
            (false, false) => self.red("FAIL"),
        }
    }

    pub(crate) fn bold(self, text: &str) -> String {
        self.paint("1", text)
    }
}
