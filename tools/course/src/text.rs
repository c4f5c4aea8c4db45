use pulldown_cmark::Event;
use std::borrow::Cow;

/// What an event adds to the text of a heading or a link. Code keeps the marks around it.
pub(crate) fn of<'a>(event: &'a Event<'_>) -> Option<Cow<'a, str>> {
    match event {
        Event::Text(text) => Some(Cow::Borrowed(text)),
        Event::Code(code) => Some(Cow::Owned(format!("`{code}`"))),
        _ => None,
    }
}
