use crate::loopback::{Client, Log, listen};
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::sync::Notify;

// ANCHOR: servers
/// Works until it may end, and keeps meanwhile what it was given of the request.
async fn work<R>(_kept: Option<R>, log: Log, may_end: Arc<Notify>) -> &'static str {
    let _guard = log.at_drop("over");
    log.say("begun");
    may_end.notified().await;
    "done"
}

/// Path, whether the handler keeps the request and its body, and what `work` wants.
type Route = (&'static str, bool, Log, Arc<Notify>);

fn axum(listener: TcpListener, routes: [Route; 3]) {
    let mut router = axum::Router::new();
    for (path, keeps, log, may_end) in routes {
        let handler = move |request: axum::extract::Request| {
            work(keeps.then_some(request), log.clone(), may_end.clone())
        };
        router = router.route(path, axum::routing::post(handler));
    }
    tokio::spawn(async move { axum::serve(listener, router).await });
}

fn volga(listener: TcpListener, routes: [Route; 3]) {
    let mut app = volga::App::new().without_greeter();
    for (path, keeps, log, may_end) in routes {
        app.map_post(path, move |request: volga::HttpRequest| {
            work(keeps.then_some(request), log.clone(), may_end.clone())
        });
    }
    tokio::spawn(app.run_with_listener(listener));
}
// ANCHOR_END: servers

// ANCHOR: main
const NO_BODY: &str = "Content-Length: 0\r\n\r\n";
const TWO: &str =
    "Content-Length: 0\r\n\r\nPOST /other HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n";
const BODY: &str = "Content-Length: 5\r\n\r\nhello";
const HALF: &str = "Content-Length: 10\r\n\r\nhello";

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    println!("{:45} axum     volga", "the client has sent");
    for (sent, path, rest, half_close) in [
        ("a request, and closes", "/let_go", NO_BODY, false),
        ("a request, and closes one direction", "/let_go", NO_BODY, true),
        ("the next request as well, and closes", "/let_go", TWO, false),
        ("a body that the handler lets go, and closes", "/let_go", BODY, false),
        ("a body that the handler keeps, and closes", "/keep", BODY, false),
        ("half of one that it lets go, and closes", "/let_go", HALF, false),
        ("half of one that it keeps, and closes", "/keep", HALF, false),
    ] {
        let axum = hang_up(axum, path, rest, half_close).await?;
        let volga = hang_up(volga, path, rest, half_close).await?;
        println!("{sent:45} {axum:8} {volga}");
    }
    Ok(())
}

async fn hang_up(
    serve: fn(TcpListener, [Route; 3]),
    path: &str,
    rest: &str,
    half_close: bool,
) -> anyhow::Result<&'static str> {
    let (log, other, may_end) = (Log::silent(), Log::silent(), Arc::new(Notify::new()));
    let route = |path, keeps, log: &Log| (path, keeps, log.clone(), may_end.clone());
    let routes =
        [route("/keep", true, &log), route("/let_go", false, &log), route("/other", false, &other)];
    let (listener, port) = listen().await?;
    serve(listener, routes);

    let mut client = Client::connect(port).await?;
    client.send(&format!("POST {path} HTTP/1.1\r\nHost: a\r\n{rest}")).await?;
    log.until("begun").await;
    let _open = if half_close {
        Some(client.half_close().await?)
    } else {
        drop(client);
        None
    };

    // Others come and go. When the server has noticed three of them, it has had its chance.
    for _ in 0..3 {
        let mut client = Client::connect(port).await?;
        client.send(&format!("POST /other HTTP/1.1\r\nHost: a\r\n{NO_BODY}")).await?;
        other.until("begun").await;
        drop(client);
        other.until("over").await;
    }

    let noticed = log.has("over");
    may_end.notify_waiters();
    log.until("over").await;
    Ok(if noticed { "dropped" } else { "runs on" })
}
// ANCHOR_END: main
