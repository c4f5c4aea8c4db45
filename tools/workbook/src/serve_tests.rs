use super::*;
use crate::language::Language;
use crate::record::Progress;
use course::{Course, Exercise};
use std::path::Path;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

/// The status and the rest of what is answered to raw bytes, in which `HOST` is the server's own.
async fn ask(port: u16, request: &str) -> (u16, String) {
    let request = request
        .replace("HOST", &format!("127.0.0.1:{port}"))
        .replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.unwrap();
    // What is no request may be cut off in the middle.
    let _ = stream.write_all(request.as_bytes()).await;
    let mut answer = Vec::new();
    let reading = stream.read_to_end(&mut answer);
    let _ = tokio::time::timeout(Duration::from_secs(20), reading).await.expect("an end");
    let answer = String::from_utf8_lossy(&answer).into_owned();
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

struct Server {
    port: u16,
    publish: watch::Sender<Book>,
    announce: watch::Sender<Board>,
    connections: Connections,
    stop: CancellationToken,
    task: tokio::task::JoinHandle<Result<()>>,
}

async fn serve() -> Server {
    let words = Language::English.words();
    let listener = bind(Some(0), words).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let (publish, book) = watch::channel(Book::default());
    let (announce, board) = watch::channel(Board::default());
    let (connections, stop) = (Connections::default(), CancellationToken::new());
    let served = Served { book, board, words };
    let task = tokio::spawn(accept(listener, served, connections.clone(), stop.clone()));
    Server { port, publish, announce, connections, stop, task }
}

/// A course with one exercise.
fn course(root: &Path) -> (Course, Exercise) {
    write(root, "book/en/SUMMARY.md", "- [X](1_x/index.md)\n  - [A](1_x/a.md)\n");
    let course = Course::read(root).unwrap();
    let exercise = course.exercises().next().unwrap().clone();
    (course, exercise)
}

#[tokio::test]
async fn a_page_hears_of_every_change_until_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let (course, exercise) = course(folder.path());
    let server = serve().await;
    let port = server.port;
    server.announce.send_modify(|board| board.order(&course, &Progress::default(), &exercise));

    let (status, answer) = get(port, "/api/state").await;
    assert_eq!(status, 200);
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.contains("content-type: application/json"), "{head}");
    let expected = r#"{"order":["1_x/a"],"next":"1_x/a","exercises":{"1_x/a":{"state":"not_started","done":false,"compiles":true,"rules":[],"message":""}}}"#;
    assert_eq!(body, expected);

    let mut pages = Vec::new();
    for _ in 0..32 {
        let mut page = listen(port).await;
        page.until("\"state\":\"not_started\"").await;
        pages.push(page);
    }
    assert!(pages[0].heard.contains("content-type: text/event-stream"), "{}", pages[0].heard);
    assert!(pages[0].heard.contains("content-security-policy: "), "{}", pages[0].heard);
    assert_eq!(get(port, "/events").await.0, 503, "there is an end to what is kept open");
    let head = ask(port, "HEAD /events HTTP/1.1\r\nHost: HOST\r\n\r\n").await;
    assert_eq!(head.0, 200, "which is not a stream");

    server.announce.send_modify(|board| board.check(&exercise, true));
    for page in &mut pages {
        page.until("event: state\ndata: {").await;
        page.until("\"state\":\"checking\"").await;
    }
    // A page that is closed makes room for another.
    pages.truncate(10);
    server.announce.send_modify(|board| board.check(&exercise, false));
    let deadline = std::time::Instant::now() + Duration::from_secs(10);
    let mut another = listen(port).await;
    while !another.until_any(&["not_started", "too many readers"]).await.contains("not_started") {
        assert!(std::time::Instant::now() < deadline, "no room was made");
        another = listen(port).await;
    }

    server.stop.cancel();
    server.task.await.unwrap().unwrap();
    server.connections.close().await;
    // Each stream ends as a whole message, not as a broken line.
    another.stream.read_to_string(&mut another.heard).await.unwrap();
    assert!(another.heard.ends_with("0\r\n\r\n"), "{}", another.heard);
}

/// A page that listens.
struct Page {
    stream: TcpStream,
    heard: String,
}

async fn listen(port: u16) -> Page {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.unwrap();
    let request = format!("GET /events HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    Page { stream, heard: String::new() }
}

impl Page {
    async fn until(&mut self, words: &str) {
        self.until_any(&[words]).await;
    }

    async fn until_any(&mut self, words: &[&str]) -> &str {
        let reading = async {
            while !words.iter().any(|words| self.heard.contains(words)) {
                let mut bytes = [0; 4096];
                let length = self.stream.read(&mut bytes).await.unwrap();
                assert!(length > 0, "the stream ended: {}", self.heard);
                self.heard.push_str(&String::from_utf8_lossy(&bytes[..length]));
            }
        };
        tokio::time::timeout(Duration::from_secs(10), reading).await.expect("news arrive");
        &self.heard
    }
}

/// A few thousand requests that nobody would make in good faith, the same ones each time.
#[tokio::test]
async fn no_request_that_was_made_up_gets_at_anything() {
    const METHODS: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "G\u{e9}T"];
    const PIECES: [&str; 22] = [
        "/",
        "..",
        "%2e%2e",
        "%2f",
        "%5c",
        "\\",
        "site",
        "secret.txt",
        "index.html",
        "%00",
        "%",
        "etc/passwd",
        "C:",
        "%c0%ae",
        "?",
        "#",
        ".",
        "%252e",
        "api/state",
        "events",
        "\u{706b}",
        "//",
    ];
    const HOSTS: [&str; 8] = [
        "HOST",
        "HOST",
        "HOST",
        "localhost",
        "evil.example",
        "127.0.0.1:1",
        "HOST.evil.example",
        "",
    ];
    const HEADERS: [&str; 9] = [
        "",
        "",
        "Origin: http://evil.example\r\n",
        "Origin: null\r\n",
        "Origin: https://HOST\r\n",
        "Sec-Fetch-Site: cross-site\r\n",
        "Sec-Fetch-Site: same-site\r\n",
        "Content-Length: 99999999\r\n",
        "Transfer-Encoding: chunked\r\n",
    ];
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "secret.txt", "SECRET");
    let site = folder.path().join("site");
    write(&site, "index.html", "the book");
    let server = serve().await;
    server.publish.send_replace(Book::new(site));
    // Streams end at once: here only the beginning of an answer counts.
    server.connections.stop.cancel();

    let mut seed: u32 = 1;
    let mut below = |limit: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 17;
        seed ^= seed << 5;
        seed as usize % limit
    };
    let mut good = 0;
    for number in 0..3000 {
        let method = METHODS[below(METHODS.len())];
        let mut path = String::from(["/", "", "http://HOST/"][below(8).min(2) % 3]);
        let pieces = below(7);
        for _ in 0..below(pieces + 1) {
            path.push_str(PIECES[below(PIECES.len())]);
        }
        let (host, header) = (HOSTS[below(HOSTS.len())], HEADERS[below(HEADERS.len())]);
        let mut request = format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\n{header}\r\n");
        if below(10) == 0 {
            // And one byte is another one.
            let mut bytes = request.into_bytes();
            let place = below(bytes.len());
            bytes[place] = u8::try_from(below(128)).unwrap();
            request = String::from_utf8_lossy(&bytes).into_owned() + "\r\n\r\n";
        }
        let (status, answer) = ask(server.port, &request).await;
        let told = format!("{number}: {request:?}: {answer}");
        assert!(!answer.contains("SECRET") && !answer.contains("root:"), "{told}");
        assert!([0, 200, 308, 400, 403, 404, 405, 414, 431].contains(&status), "{told}");
        let foreign =
            request.contains("evil") || request.contains("-site") || request.contains("null");
        assert!(
            !(foreign && [200, 308].contains(&status) && request.contains("\r\nSec-Fetch-Site: ")),
            "{told}"
        );
        if status == 200 {
            good += 1;
            assert!(request.starts_with("GET ") || request.starts_with("HEAD "), "{told}");
            assert!(answer.contains("content-security-policy: default-src 'none'"), "{told}");
        }
    }
    assert!(good > 20, "some are in order, else this proves nothing: {good}");
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

    let Server { port, publish, connections, stop, task: server, .. } = serve().await;

    let (status, waiting) = get(port, "/").await;
    assert_eq!(status, 503);
    assert!(waiting.contains("refresh: 1"), "{waiting}");
    publish.send_replace(Book::new(site));

    let (status, page) = get(port, "/").await;
    assert_eq!(status, 200);
    for header in [
        "content-type: text/html; charset=utf-8",
        "x-content-type-options: nosniff",
        "cache-control: no-store",
        "referrer-policy: no-referrer",
        "cross-origin-resource-policy: same-origin",
        "cross-origin-opener-policy: same-origin",
        "content-security-policy: default-src 'none';",
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
        ("GET / HTTP/1.1\r\nHost: HOST\r\nOrigin: http://evil.example\r\n\r\n", 403),
        ("GET / HTTP/1.1\r\nHost: HOST\r\nOrigin: null\r\n\r\n", 403),
        ("GET / HTTP/1.1\r\nHost: HOST\r\nOrigin: http://HOST\r\nOrigin: null\r\n\r\n", 403),
        ("GET / HTTP/1.1\r\nHost: HOST\r\nSec-Fetch-Site: cross-site\r\n\r\n", 403),
        ("GET / HTTP/1.1\r\nHost: HOST\r\nSec-Fetch-Site: same-site\r\n\r\n", 403),
        ("GET /api/state HTTP/1.1\r\nHost: evil.example\r\n\r\n", 403),
        ("GET /events HTTP/1.1\r\nHost: evil.example\r\n\r\n", 403),
        ("GET /events HTTP/1.1\r\nHost: HOST\r\nOrigin: http://evil.example\r\n\r\n", 403),
        ("POST /events HTTP/1.1\r\nHost: HOST\r\nContent-Length: 0\r\n\r\n", 405),
        ("HEAD / HTTP/1.1\r\nHost: HOST\r\nOrigin: http://HOST\r\n\r\n", 200),
        ("HEAD / HTTP/1.1\r\nHost: HOST\r\nSec-Fetch-Site: same-origin\r\n\r\n", 200),
        ("HEAD / HTTP/1.1\r\nHost: HOST\r\nSec-Fetch-Site: none\r\n\r\n", 200),
        ("GET ../secret.txt HTTP/1.1\r\nHost: HOST\r\n\r\n", 400),
        ("nonsense\r\n\r\n", 400),
    ] {
        let (status, answer) = ask(port, request).await;
        assert_eq!(status, expected, "{request}: {answer}");
        assert!(!answer.contains("the book"), "{request}: {answer}");
        assert!(status != 400 || answer.ends_with("\r\n\r\n"), "it has a body: {answer}");
        assert!(status == 400 || answer.contains("nosniff"), "{request}: {answer}");
    }

    let mut idle = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.unwrap();
    assert_eq!(get(port, "/").await.0, 200);
    stop.cancel();
    server.await.unwrap().unwrap();
    connections.close().await;
    let _ = idle.read_to_end(&mut Vec::new()).await; // Closed, so this ends.
    assert!(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.is_err());
}
