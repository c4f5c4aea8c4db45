use crate::loopback::{Client, Log, listen};
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;

// ANCHOR: handler
/// For any framework: it relies on nothing but being dropped.
async fn report(log: Log, paper: Arc<Semaphore>) -> String {
    let _guard = log.at_drop("  the handler is over");
    let token = CancellationToken::new(); // Of this request alone.
    let _stop = token.clone().drop_guard(); // Cancels when this future ends, in whatever way.
    let report = tokio::spawn(write(token, log, paper));
    report.await.unwrap_or_else(|error| error.to_string())
}

/// A task, so a hang-up does not drop it. It is asked to stop, between two pages, and may await.
async fn write(token: CancellationToken, log: Log, paper: Arc<Semaphore>) -> String {
    for page in 1..=3 {
        tokio::select! {
            biased; // Who is gone gets no further page, even if there is paper.
            () = token.cancelled() => {
                log.say("  the report stops");
                tokio::task::yield_now().await;
                log.say("  the report is put away");
                return String::new();
            }
            sheet = paper.acquire() => sheet.expect("nobody closes it").forget(),
        }
        log.say(&format!("  page {page}"));
    }
    "done".to_owned()
}
// ANCHOR_END: handler

// ANCHOR: main
type Serve = fn(TcpListener, Log, Arc<Semaphore>);

fn axum(listener: TcpListener, log: Log, paper: Arc<Semaphore>) {
    let handler = move || report(log.clone(), paper.clone());
    let router = axum::Router::new().route("/report", axum::routing::get(handler));
    tokio::spawn(async move { axum::serve(listener, router).await });
}

fn volga(listener: TcpListener, log: Log, paper: Arc<Semaphore>) {
    let mut app = volga::App::new().without_greeter();
    app.map_get("/report", move || report(log.clone(), paper.clone()));
    tokio::spawn(app.run_with_listener(listener));
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    for (name, serve) in [("axum", axum as Serve), ("volga", volga)] {
        let (log, paper) = (Log::default(), Arc::new(Semaphore::new(3)));
        let (listener, port) = listen().await?;
        serve(listener, log.clone(), paper.clone());
        log.say(&format!("{name}: a client that waits"));
        let mut client = Client::connect(port).await?;
        client.get("/report").await?;
        client.answer("done").await?;
        log.until("  the handler is over").await;

        log.say(&format!("{name}: and asks again, and hangs up"));
        paper.add_permits(1);
        client.get("/report").await?;
        log.until("  page 1").await;
        drop(client);
        log.until("  the report is put away").await;
    }
    Ok(())
}
// ANCHOR_END: main
