//! The book's address on this machine.

use crate::book::Book;
use crate::site::{self, Answer};
use anyhow::{Context, Result, bail};
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::net::Ipv4Addr;
use std::pin::pin;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::select;
use tokio::sync::watch;
use tokio::task::JoinError;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// Takes `port`, or else the first free one from 3000 on, or any. Nobody but this machine can connect.
///
/// # Errors
///
/// The port that was asked for is taken.
pub(crate) async fn bind(port: Option<u16>) -> Result<TcpListener> {
    if let Some(port) = port {
        return TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.with_context(|| {
            format!("cannot use port {port}; leave --port out, and a free one is taken")
        });
    }
    for port in (3000..3010).chain([0]) {
        if let Ok(listener) = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await {
            return Ok(listener);
        }
    }
    bail!("cannot listen on 127.0.0.1; does a firewall forbid it?")
}

/// The connections, and how to tell them that it is time to end.
#[derive(Debug, Clone, Default)]
pub(crate) struct Connections {
    tasks: TaskTracker,
    stop: CancellationToken,
}

impl Connections {
    /// Lets requests that are being answered be answered, and closes the rest.
    pub(crate) async fn close(&self) {
        self.stop.cancel();
        self.tasks.close();
        self.tasks.wait().await;
    }
}

/// Accepts connections until `stop`; they live on until they are closed.
///
/// # Errors
///
/// The listener's own address is unknown.
pub(crate) async fn accept(
    listener: TcpListener,
    book: watch::Receiver<Book>,
    connections: Connections,
    stop: CancellationToken,
) -> Result<()> {
    let port = listener.local_addr().context("the listener has no address")?.port();
    loop {
        select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    let connection = connection(stream, port, book.clone(), connections.stop.clone());
                    connections.tasks.spawn(connection);
                }
                // Too many open files, or a peer that has gone already: it gets better or it does not
                // matter, but at full speed it would only burn the processor.
                Err(_) => sleep(Duration::from_millis(50)).await,
            },
            () = stop.cancelled() => return Ok(()),
        }
    }
}

async fn connection(
    stream: TcpStream,
    port: u16,
    book: watch::Receiver<Book>,
    stop: CancellationToken,
) {
    let service = service_fn(|request| answer(request, port, book.borrow().clone()));
    let mut connection = pin!(
        http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(Duration::from_secs(10))
            .serve_connection(TokioIo::new(stream), service)
    );
    select! {
        _ = &mut connection => return, // A browser that goes away is no failure of ours.
        () = stop.cancelled() => connection.as_mut().graceful_shutdown(),
    }
    // A peer that reads nothing must not keep us.
    select! {
        _ = connection => {}
        () = sleep(Duration::from_millis(500)) => {}
    }
}

async fn answer(request: Request<Incoming>, port: u16, book: Book) -> Result<Answer, JoinError> {
    let (parts, _) = request.into_parts();
    let request = Request::from_parts(parts, ());
    let read = move || site::answer(&request, port, book.folder.as_deref());
    tokio::task::spawn_blocking(read).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    /// The status and the rest of what is answered to raw bytes, in which `HOST` is the server's own.
    async fn ask(port: u16, request: &str) -> (u16, String) {
        let request = request
            .replace("HOST", &format!("127.0.0.1:{port}"))
            .replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.unwrap();
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        let status = answer.get(9..12).and_then(|code| code.parse().ok()).unwrap_or(0);
        (status, answer)
    }

    async fn get(port: u16, path: &str) -> (u16, String) {
        ask(port, &format!("GET {path} HTTP/1.1\r\nHost: HOST\r\n\r\n")).await
    }

    fn write(folder: &Path, path: &str, text: &str) {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    #[tokio::test]
    async fn a_reader_gets_the_book_and_nobody_gets_anything_else() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "secret.txt", "SECRET");
        let site = folder.path().join("site");
        write(&site, "index.html", "the book");
        write(&site, "404.html", "no such page");
        write(&site, "a b/index.html", "a chapter");
        write(&site, "empty/style.css", "css");
        #[cfg(unix)]
        std::os::unix::fs::symlink("../secret.txt", site.join("link.txt")).unwrap();

        let listener = bind(Some(0)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let (publish, book) = watch::channel(Book::default());
        let (connections, stop) = (Connections::default(), CancellationToken::new());
        let server = tokio::spawn(accept(listener, book, connections.clone(), stop.clone()));

        let (status, waiting) = get(port, "/").await;
        assert_eq!(status, 503);
        assert!(waiting.contains("refresh: 1"), "{waiting}");
        publish.send_replace(Book { folder: Some(site), problem: None });

        let (status, page) = get(port, "/").await;
        assert_eq!(status, 200);
        for header in [
            "content-type: text/html; charset=utf-8",
            "x-content-type-options: nosniff",
            "cache-control: no-store",
            "referrer-policy: no-referrer",
            "cross-origin-resource-policy: same-origin",
        ] {
            assert!(page.contains(header), "{header}: {page}");
        }
        assert!(page.ends_with("\r\n\r\nthe book"));
        assert!(get(port, "/a%20b/").await.1.ends_with("a chapter"));
        assert!(get(port, "/empty/style.css?v=1").await.1.contains("content-type: text/css"));
        let (status, redirect) = get(port, "/a%20b").await;
        assert_eq!(status, 308);
        assert!(redirect.contains("location: /a%20b/"), "{redirect}");

        for path in [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/%2E%2E%2Fsecret.txt",
            "/..%2fsecret.txt",
            "/a%20b/../../secret.txt",
            "/%252e%252e/secret.txt",
            "/..%5csecret.txt",
            "/..\\secret.txt",
            "/%c0%ae%c0%ae/secret.txt",
            "//etc/passwd",
            "/%2fetc/passwd",
            "/C:/secret.txt",
            "/C%3a%5csecret.txt",
            "/index.html%00.png",
            "/./index.html",
            "/index.html/",
            "/empty/",
            "/%",
            "/%2",
            "/%zz",
            "/link.txt",
            "/nothing",
        ] {
            let (status, answer) = get(port, path).await;
            assert_eq!(status, 404, "{path}: {answer}");
            assert!(!answer.contains("SECRET") && !answer.contains("root:"), "{path}: {answer}");
            assert!(answer.ends_with("no such page"), "{path}: {answer}");
        }
        for (request, expected) in [
            ("HEAD / HTTP/1.1\r\nHost: HOST\r\n\r\n", 200),
            ("POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 0\r\n\r\n", 405),
            ("OPTIONS * HTTP/1.1\r\nHost: HOST\r\n\r\n", 405),
            ("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 403),
            ("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 403),
            ("GET / HTTP/1.1\r\nHost: HOST\r\nHost: evil.example\r\n\r\n", 403),
            ("GET http://evil.example/ HTTP/1.1\r\nHost: HOST\r\n\r\n", 403),
            ("GET / HTTP/1.1\r\n\r\n", 403),
            ("GET ../secret.txt HTTP/1.1\r\nHost: HOST\r\n\r\n", 400),
            ("nonsense\r\n\r\n", 400),
        ] {
            let (status, answer) = ask(port, request).await;
            assert_eq!(status, expected, "{request}: {answer}");
            assert!(!answer.contains("the book"), "{request}: {answer}");
        }

        let mut idle = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.unwrap();
        assert_eq!(get(port, "/").await.0, 200);
        stop.cancel();
        server.await.unwrap().unwrap();
        connections.close().await;
        let _ = idle.read_to_end(&mut Vec::new()).await; // Closed, so this ends.
        assert!(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.is_err());
    }
}
