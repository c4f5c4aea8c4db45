//! What a live edition adds to its pages: places that `book/theme/live.js` fills with what
//! `cargo workbook` says about the exercises.

use crate::edition::Page;
use crate::language::{self, Language};
use anyhow::Result;
use course::{Course, Exercise};
use maud::{Markup, PreEscaped, html};
use std::collections::BTreeSet;
use std::path::Path;

/// Files of the theme that only a live edition has.
pub(crate) const FILES: [&str; 2] = ["live.css", "live.js"];

/// What is there to be checked.
#[derive(Debug)]
pub(crate) struct Live {
    /// `01_dropping/unsent_receipt`
    exercises: BTreeSet<String>,
}

impl Live {
    /// # Errors
    ///
    /// The course cannot be read.
    pub(crate) fn read(root: &Path) -> Result<Live> {
        let exercises = Course::read(root)?.exercises().map(Exercise::slug).collect();
        Ok(Live { exercises })
    }

    /// The text of a page, with what belongs right below its title.
    pub(crate) fn text(&self, language: &Language, page: &Page, text: &str) -> Markup {
        const END: &str = "</h1>";
        let (title, rest) = text.split_at(text.find(END).map_or(0, |at| at + END.len()));
        html! {
            (PreEscaped(title))
            @if page.path == "index.html" { (go_on()) }
            @if let Some(exercise) = self.exercise(page) { (panel(&language.live, exercise)) }
            (PreEscaped(rest))
        }
    }

    fn exercise(&self, page: &Page) -> Option<&str> {
        self.exercises.get(page.path.strip_suffix(".html")?).map(String::as_str)
    }
}

/// After the other scripts: the search unfolds what it has found first.
pub(crate) fn head(theme: &str) -> Markup {
    html! {
        link rel="stylesheet" href={ (theme) "live.css" };
        script defer src={ (theme) "live.js" } {}
    }
}

/// A link to the exercise with which to go on.
pub(crate) fn go_on() -> Markup {
    html! { p class="go-on live scripted" {} }
}

/// Only the status is announced: the rules and the message can be read when one wants to.
fn panel(words: &language::Live, exercise: &str) -> Markup {
    html! {
        section id="live" class="live scripted" data-exercise=(exercise) aria-labelledby="live-title" {
            h2 id="live-title" class="unseen" { (words.title) }
            p id="live-status" role="status" aria-live="polite" {}
            ul id="live-rules" role="list" hidden {}
            p id="live-says" hidden {}
            pre id="live-message" lang="en" hidden {}
            p id="live-next" class="go-on" hidden {}
        }
    }
}

/// What the script says, and what it puts around hints and *Why not …*.
pub(crate) fn words(words: &language::Live) -> Markup {
    html! {
        template id="live-words" data-not_started=(words.not_started) data-checking=(words.checking)
            data-red=(words.red) data-does_not_compile=(words.does_not_compile)
            data-not_run=(words.not_run) data-green=(words.green)
            data-disconnected=(words.disconnected) data-holds=(words.holds) data-fails=(words.fails)
            data-keeps_the_thread=(words.keeps_the_thread) data-never_ends=(words.never_ends)
            data-prints_too_much=(words.prints_too_much) data-crashes=(words.crashes)
            data-check_says=(words.check_says) data-compiler_says=(words.compiler_says)
            data-next=(words.next) data-first=(words.first) data-go_on=(words.go_on)
            data-finished=(words.finished) data-done=(words.done) data-failing=(words.failing)
            data-hints=(words.hints) {
            p class="live-veil" { (words.veil) " " button type="button" { (words.unveil) } }
        }
    }
}
