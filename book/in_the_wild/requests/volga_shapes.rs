use crate::loopback::{Client, Log, listen};
use std::time::Duration;
use tokio::time::{interval, sleep};
use volga::{App, CancellationToken, HttpResult, ok};

const HOUR: Duration = Duration::from_secs(3600);

// ANCHOR: handlers
async fn looping(token: CancellationToken, log: Log) -> HttpResult {
    let _guard = log.at_drop("  the handler is dropped");
    let mut hourly = interval(HOUR); // Its first tick is ready at once.
    while !token.is_cancelled() {
        hourly.tick().await;
        log.say("  the handler works");
    }
    log.say("  the handler has seen the token");
    ok!("done")
}

async fn racing(token: CancellationToken, log: Log) -> HttpResult {
    let _guard = log.at_drop("  the handler is dropped");
    let long_work = async {
        log.say("  the handler works");
        sleep(HOUR).await;
    };
    tokio::select! {
        () = token.cancelled() => log.say("  the handler has seen the token"),
        () = long_work => {}
    }
    ok!("done")
}

/// Not a part of the handler: the runtime owns it, and it is not dropped with the connection.
fn spawn_watcher(token: &CancellationToken, log: &Log) {
    let (token, log) = (token.clone(), log.clone());
    tokio::spawn(async move {
        token.cancelled().await;
        log.say("  a spawned task has seen the token");
    });
}
// ANCHOR_END: handlers

// ANCHOR: main
#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    for path in ["/loop", "/select"] {
        let log = Log::default();
        let mut app = App::new().without_greeter();
        let of_handler = log.clone();
        app.map_get(path, move |token: CancellationToken| {
            let log = of_handler.clone();
            async move {
                spawn_watcher(&token, &log);
                if path == "/loop" { looping(token, log).await } else { racing(token, log).await }
            }
        });
        let (listener, port) = listen().await?;
        tokio::spawn(app.run_with_listener(listener));

        log.say(path);
        let mut client = Client::connect(port).await?;
        client.get(path).await?;
        log.until("  the handler works").await;
        log.say("  the client hangs up");
        drop(client);
        log.until("  the handler is dropped").await;
        log.until("  a spawned task has seen the token").await;
    }
    Ok(())
}
// ANCHOR_END: main
