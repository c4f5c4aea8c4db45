//! What surrounds the text of a page. All of it works without a script, and from `file://`.

use crate::edition::{Edition, Entry, Page};
use crate::head;
use crate::live;
use crate::search;
use crate::site::Site;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// A whole page around its text.
pub(crate) fn page(site: &Site<'_>, edition: &Edition, page: &Page, text: &str) -> String {
    let language = &edition.language;
    let words = &language.frame;
    // The way to the language's root, and from there to the site's.
    let root = "../".repeat(page.path.matches('/').count());
    let up = format!("{root}{}", "../".repeat(edition.prefix.matches('/').count()));
    let theme = format!("{up}theme/");
    let title = match page.path == "index.html" {
        true => language.title.clone(),
        false => format!("{} · {}", page.title, language.title),
    };
    html! {
        (DOCTYPE)
        html lang=(language.tag) data-lang=(language.tag) data-root=(root) {
            head {
                (head::common(site, &theme, &title))
                meta name="description" content=(language.description);
                (head::alternates(site, edition, page, &up))
                link rel="stylesheet" href={ (theme) "search.css" };
                script defer src={ (theme) "page.js" } {}
                script defer src={ (theme) "search.js" } {}
                @if site.live.is_some() { (live::head(&theme)) }
            }
            body {
                a class="skip" href="#text" { (words.skip) }
                header {
                    a class="title" href={ (root) "index.html" } { (language.title) }
                    (tools(site, edition, page, &up))
                }
                (contents(site, edition, page, &root, &up))
                div class="page" {
                    main id="text" tabindex="-1" {
                        @match site.live {
                            Some(live) => (live.text(language, page, text)),
                            None => (PreEscaped(text)),
                        }
                    }
                    (steps(edition, page, &root))
                    (footer(site, edition, page))
                }
                (keys(edition))
                (PreEscaped(search::dialog(&language.search)))
                p id="said" class="unseen" role="status" {}
                template id="copy" data-copied=(words.copied) data-not-copied=(words.not_copied) {
                    button type="button" class="copy" { (words.copy) }
                }
                @if site.live.is_some() { (live::words(&language.live)) }
            }
        }
    }
    .into_string()
}

/// Search, theme and language.
fn tools(site: &Site<'_>, edition: &Edition, page: &Page, up: &str) -> Markup {
    let words = &edition.language.frame;
    html! {
        div class="tools" {
            button id="search-open" class="scripted" type="button" aria-haspopup="dialog" {
                (words.search) kbd aria-hidden="true" { "/" }
            }
            select id="theme" class="scripted" aria-label=(words.theme) autocomplete="off" {
                option value="auto" { (words.theme_auto) }
                option value="light" { (words.theme_light) }
                option value="dark" { (words.theme_dark) }
            }
            details class="menu" {
                summary { span class="unseen" { (words.languages) ": " } (edition.language.name) }
                ul {
                    @for other in site.editions {
                        @let tag = &other.language.tag;
                        li {
                            a href=(counterpart(other, page, up)) lang=(tag) hreflang=(tag)
                                aria-current=[(other.prefix == edition.prefix).then_some("true")]
                                { (other.language.name) }
                        }
                    }
                }
            }
        }
    }
}

/// The same page in another language, or that language's first page. `up` is the way to the site's root.
fn counterpart(other: &Edition, page: &Page, up: &str) -> String {
    let path = if other.has(&page.path) { &page.path } else { "index.html" };
    format!("{up}{}{path}", other.prefix)
}

/// `root` is the way to the language's root, `up` the one to the site's.
fn contents(site: &Site<'_>, edition: &Edition, page: &Page, root: &str, up: &str) -> Markup {
    let words = &edition.language.frame;
    html! {
        nav class="contents" aria-label=(words.contents) {
            @if site.live.is_some() { (live::go_on()) }
            // On a wide screen the style keeps it open, and a script does for browsers that cannot.
            details {
                summary { (words.contents) }
                (entries(&edition.contents, page, root, up))
            }
        }
    }
}

fn entries(contents: &[Entry], page: &Page, root: &str, up: &str) -> Markup {
    html! {
        // Without bullets, Safari reads it as a list only if it is told to.
        ol role="list" {
            @for entry in contents {
                li {
                    @match &entry.path {
                        Some(path) if entry.in_english => a href={ (up) (path) } lang="en" hreflang="en" {
                            @if let Some(number) = &entry.number { span class="number" { (number) } " " }
                            (entry.title)
                        }
                        Some(path) => a href={ (root) (path) }
                            aria-current=[(*path == page.path).then_some("page")] {
                            @if let Some(number) = &entry.number { span class="number" { (number) } " " }
                            (entry.title)
                        }
                        None => span class="part" { (entry.title) }
                    }
                    @if !entry.below.is_empty() { (entries(&entry.below, page, root, up)) }
                }
            }
        }
    }
}

/// Links to the pages before and after.
fn steps(edition: &Edition, page: &Page, root: &str) -> Markup {
    let words = &edition.language.frame;
    let at = edition.pages.iter().position(|other| other.path == page.path);
    let previous = at.and_then(|at| edition.pages.get(at.checked_sub(1)?));
    let next = at.and_then(|at| edition.pages.get(at + 1));
    html! {
        nav class="steps" aria-label=(words.steps) {
            @if let Some(page) = previous {
                a rel="prev" href={ (root) (page.path) } { span { (words.previous) } " " (page.title) }
            }
            @if let Some(page) = next {
                a rel="next" href={ (root) (page.path) } { span { (words.next) } " " (page.title) }
            }
        }
    }
}

fn footer(site: &Site<'_>, edition: &Edition, page: &Page) -> Markup {
    let words = &edition.language.frame;
    let source = format!(
        "book/{}/{}",
        edition.language.folder,
        page.source.to_string_lossy().replace('\\', "/")
    );
    html! {
        footer {
            p { (words.licence) " " a rel="license" href=(words.licence_url) { "CC BY 4.0" } }
            @if let Some(edit) = &site.settings.edit {
                p { a href=(edit.replace("{path}", &source)) { (words.edit) } }
            }
            @if let Some(repository) = &site.settings.repository {
                p { a href=(repository) { (words.repository) } }
            }
            p class="scripted" {
                button id="keys-open" type="button" aria-haspopup="dialog" { (edition.language.keys.title) }
            }
        }
    }
}

/// The help about the keyboard.
fn keys(edition: &Edition) -> Markup {
    let words = &edition.language.keys;
    html! {
        dialog id="keys" aria-labelledby="keys-title" {
            h2 id="keys-title" { (words.title) }
            dl {
                div { dt { kbd { "←" } } dd { (words.previous) } }
                div { dt { kbd { "→" } } dd { (words.next) } }
                div { dt { kbd { "s" } " " kbd { "/" } } dd { (words.search) } }
                div { dt { kbd { "?" } } dd { (words.help) } }
                div { dt { kbd { "Esc" } } dd { (words.escape) } }
            }
            p { label { input id="keys-enabled" type="checkbox" checked; " " (words.enabled) } }
            button id="keys-close" type="button" { (words.close) }
        }
    }
}
