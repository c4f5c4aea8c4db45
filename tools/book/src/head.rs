//! What a page says about itself to browsers and search engines.

use crate::edition::{Edition, Page};
use crate::site::Site;
use maud::{Markup, html};

/// Nothing but this site's own files, and no code or style inside of a page. It holds for `file://` too.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
                      connect-src 'self'; base-uri 'none'; form-action 'none'";

/// The part of `<head>` that is the same on all pages. `theme` is the way to the folder of that name.
pub(crate) fn common(site: &Site<'_>, theme: &str, title: &str) -> Markup {
    html! {
        meta charset="utf-8";
        meta http-equiv="Content-Security-Policy" content=(POLICY);
        meta name="viewport" content="width=device-width, initial-scale=1";
        meta name="color-scheme" content="light dark";
        title { (title) }
        // Before anything is drawn, so that a dark page does not begin with a white flash.
        script src={ (theme) "theme.js" } {}
        link rel="stylesheet" href={ (theme) "page.css" };
        link rel="icon" type="image/svg+xml" href={ (theme) "favicon.svg" };
        @if let Some(endpoint) = &site.settings.reload {
            script defer src={ (theme) "reload.js" } data-endpoint=(endpoint) {}
        }
    }
}

/// The same page in all languages, and its own address if that is known.
pub(crate) fn alternates(site: &Site<'_>, edition: &Edition, page: &Page, up: &str) -> Markup {
    let address = |edition: &Edition| match &site.settings.origin {
        // A host answers to a folder with its index.
        Some(origin) => {
            let path = page.path.strip_suffix("index.html").unwrap_or(&page.path);
            format!("{origin}{}{}{path}", site.settings.path, edition.prefix)
        }
        None => format!("{up}{}{}", edition.prefix, page.path),
    };
    let translations = || site.editions.iter().filter(|edition| edition.has(&page.path));
    html! {
        @if site.settings.origin.is_some() {
            link rel="canonical" href=(address(edition));
        }
        @for other in translations() {
            link rel="alternate" hreflang=(other.language.tag) href=(address(other));
        }
        @if let Some(default) = translations().find(|edition| edition.prefix.is_empty()) {
            link rel="alternate" hreflang="x-default" href=(address(default));
        }
    }
}
