//! What a request for a page of the book is answered with.

use http_body_util::combinators::BoxBody;
use http_body_util::{BodyExt as _, Full};
use hyper::body::Bytes;
use hyper::header::{ALLOW, CONTENT_TYPE, HeaderValue, LOCATION, REFRESH};
use hyper::{Response, StatusCode};
use std::convert::Infallible;
use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};

pub(crate) type Answer = Response<BoxBody<Bytes, Infallible>>;

/// Answers with a file below `folder`, or else with a page that says `waiting` and looks again.
///
/// This reads files and must not run on a thread that others wait for.
pub(crate) fn answer(path: &str, folder: Option<&Path>, waiting: &str) -> Answer {
    match folder {
        None => wait(waiting),
        Some(folder) => page(path, folder),
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

fn wait(words: &str) -> Answer {
    let page = format!(
        "<!DOCTYPE html><meta charset=\"utf-8\"><title>cargo workbook</title><p>{words}</p>"
    );
    let mut answer = respond(StatusCode::SERVICE_UNAVAILABLE, "text/html; charset=utf-8", page);
    answer.headers_mut().insert(REFRESH, HeaderValue::from_static("1"));
    answer
}

pub(crate) fn plain(status: StatusCode) -> Answer {
    let mut answer = respond(status, "text/plain; charset=utf-8", format!("{status}\n"));
    if status == StatusCode::METHOD_NOT_ALLOWED {
        answer.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    answer
}

pub(crate) fn respond(status: StatusCode, kind: &'static str, body: impl Into<Bytes>) -> Answer {
    let mut answer = Response::new(Full::new(body.into()).boxed());
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
