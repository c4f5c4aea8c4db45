//! What a request for a page of the book is answered with.

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{
    ALLOW, CACHE_CONTROL, CONTENT_TYPE, HOST, HeaderValue, LOCATION, REFERRER_POLICY, REFRESH,
    X_CONTENT_TYPE_OPTIONS,
};
use hyper::{Method, Request, Response, StatusCode};
use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};

pub(crate) type Answer = Response<Full<Bytes>>;

/// Answers with a file below `folder`, or with a page that waits for the book.
///
/// This reads files and must not run on a thread that others wait for.
pub(crate) fn answer<B>(request: &Request<B>, port: u16, folder: Option<&Path>) -> Answer {
    let mut answer = match check(request, port) {
        Err(status) => plain(status),
        Ok(()) => match folder {
            None => waiting(),
            Some(folder) => page(request.uri().path(), folder),
        },
    };
    let headers = answer.headers_mut();
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    answer
}

/// Only a reader on this machine, whose browser knows that it is talking to this machine: a page from
/// elsewhere whose name suddenly leads to 127.0.0.1 sends its own name as the host.
fn check<B>(request: &Request<B>, port: u16) -> Result<(), StatusCode> {
    let known = |host: &str| {
        ["127.0.0.1", "localhost", "[::1]"]
            .iter()
            .any(|name| host.eq_ignore_ascii_case(&format!("{name}:{port}")))
    };
    let mut hosts = request.headers().get_all(HOST).iter();
    let (host, another) = (hosts.next().and_then(|host| host.to_str().ok()), hosts.next());
    let authority = request.uri().authority();
    if another.is_some()
        || !host.is_some_and(known)
        || authority.is_some_and(|authority| !known(authority.as_str()))
    {
        return Err(StatusCode::FORBIDDEN);
    }
    match *request.method() {
        Method::GET | Method::HEAD => Ok(()),
        _ => Err(StatusCode::METHOD_NOT_ALLOWED),
    }
}

fn page(path: &str, folder: &Path) -> Answer {
    let Some(file) = locate(path, folder) else { return not_found(folder) };
    if file.is_dir() {
        if !path.ends_with('/') {
            let mut answer = plain(StatusCode::PERMANENT_REDIRECT);
            if let Ok(location) = HeaderValue::from_str(&format!("{path}/")) {
                answer.headers_mut().insert(LOCATION, location);
            }
            return answer;
        }
        return match locate("/index.html", &file) {
            Some(index) => contents(&index, StatusCode::OK),
            None => not_found(folder),
        };
    }
    if path.ends_with('/') {
        return not_found(folder);
    }
    contents(&file, StatusCode::OK)
}

/// The file or folder below `folder` that a request's path means.
fn locate(path: &str, folder: &Path) -> Option<PathBuf> {
    let path = decode(path.strip_prefix('/')?)?;
    let path = path.strip_suffix('/').unwrap_or(&path);
    let mut file = folder.canonicalize().ok()?;
    let root = file.clone();
    for name in path.split('/').filter(|_| !path.is_empty()) {
        // A backslash or a colon means something to Windows, and no file of the book has one.
        if name.is_empty() || name.contains(['\\', ':', '\0']) {
            return None;
        }
        let mut components = Path::new(name).components();
        let Some(Component::Normal(_)) = components.next() else { return None };
        file.push(name);
    }
    // A link must not lead out of the folder.
    let file = file.canonicalize().ok()?;
    file.starts_with(root).then_some(file)
}

/// Undoes `%41`, once.
fn decode(path: &str) -> Option<String> {
    let mut bytes = path.bytes();
    let mut decoded = Vec::with_capacity(path.len());
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let mut digit = || char::from(bytes.next()?).to_digit(16);
            decoded.push(u8::try_from(digit()? * 16 + digit()?).ok()?);
        } else {
            decoded.push(byte);
        }
    }
    String::from_utf8(decoded).ok()
}

fn not_found(folder: &Path) -> Answer {
    match locate("/404.html", folder) {
        Some(page) => contents(&page, StatusCode::NOT_FOUND),
        None => plain(StatusCode::NOT_FOUND),
    }
}

fn contents(file: &Path, status: StatusCode) -> Answer {
    match std::fs::read(file) {
        Ok(bytes) => respond(status, content_type(file), bytes),
        Err(_) => plain(StatusCode::NOT_FOUND),
    }
}

fn waiting() -> Answer {
    const PAGE: &str = "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>One moment\
        </title><p>The book is being built. This page reloads by itself; if it goes on doing so, \
        look into the terminal.</p></html>";
    let mut answer = respond(StatusCode::SERVICE_UNAVAILABLE, "text/html; charset=utf-8", PAGE);
    answer.headers_mut().insert(REFRESH, HeaderValue::from_static("1"));
    answer
}

fn plain(status: StatusCode) -> Answer {
    let mut answer = respond(status, "text/plain; charset=utf-8", format!("{status}\n"));
    if status == StatusCode::METHOD_NOT_ALLOWED {
        answer.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    answer
}

fn respond(status: StatusCode, kind: &'static str, body: impl Into<Bytes>) -> Answer {
    let mut answer = Response::new(Full::new(body.into()));
    *answer.status_mut() = status;
    answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    answer
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(OsStr::to_str) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("woff") => "font/woff",
        Some("ttf") => "font/ttf",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        Some("xml") => "application/xml",
        _ => "application/octet-stream",
    }
}
