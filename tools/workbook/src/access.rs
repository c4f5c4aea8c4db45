//! Who may ask, and what every answer forbids.

use crate::site::Answer;
use hyper::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, HeaderValue, ORIGIN, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS,
};
use hyper::{Method, Request, StatusCode};

/// Nothing but the book's own files, no code or style inside of a page, and no page around ours.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
                      connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Only a reader on this machine, whose browser knows that it is talking to this machine: a page from
/// elsewhere whose name suddenly leads to 127.0.0.1 sends its own name as the host; one that asks under
/// our name is given away by the browser.
///
/// # Errors
///
/// The status that the others get.
pub(crate) fn check<B>(request: &Request<B>, port: u16) -> Result<(), StatusCode> {
    let known = |host: &str| {
        ["127.0.0.1", "localhost", "[::1]"]
            .iter()
            .any(|name| host.eq_ignore_ascii_case(&format!("{name}:{port}")))
    };
    let ours = |origin: &str| origin.strip_prefix("http://").is_some_and(known);
    let mut hosts = request.headers().get_all(HOST).iter();
    let (host, another) = (hosts.next().and_then(|host| host.to_str().ok()), hosts.next());
    let all = |name: &str, allowed: &dyn Fn(&str) -> bool| {
        request.headers().get_all(name).iter().all(|value| value.to_str().is_ok_and(allowed))
    };
    if another.is_some()
        || !host.is_some_and(known)
        || request.uri().authority().is_some_and(|authority| !known(authority.as_str()))
        || !all(ORIGIN.as_str(), &ours)
        // `none` is an address that was typed, or opened from another program.
        || !all("sec-fetch-site", &|site| ["same-origin", "none"].contains(&site))
    {
        return Err(StatusCode::FORBIDDEN);
    }
    match *request.method() {
        Method::GET | Method::HEAD => Ok(()),
        _ => Err(StatusCode::METHOD_NOT_ALLOWED),
    }
}

/// The headers that every answer has.
pub(crate) fn secured(mut answer: Answer) -> Answer {
    let headers = answer.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    headers.insert("cross-origin-opener-policy", HeaderValue::from_static("same-origin"));
    answer
}
