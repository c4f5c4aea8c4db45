//! The page for an address that leads nowhere. A host has one such page, so it speaks all languages.

use crate::head;
use crate::site::Site;
use maud::{DOCTYPE, html};

pub(crate) fn page(site: &Site<'_>) -> String {
    // It is shown at any address, so its links begin at the top of the host.
    let root = &site.settings.path;
    let first = &site.first().language;
    let title = format!("{} · {}", first.not_found.title, first.title);
    html! {
        (DOCTYPE)
        html lang=(first.tag) {
            head {
                (head::common(site, &format!("{root}theme/"), &title))
                meta name="robots" content="noindex";
            }
            body class="not-found" {
                main {
                    @for edition in site.editions {
                        @let (language, words) = (&edition.language, &edition.language.not_found);
                        section lang=(language.tag) {
                            @if edition.prefix.is_empty() { h1 { (words.title) } } @else { h2 { (words.title) } }
                            p { (words.text) }
                            p { a href={ (root) (edition.prefix) "index.html" } { (words.home) } }
                        }
                    }
                }
            }
        }
    }
    .into_string()
}
