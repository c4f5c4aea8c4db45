use std::time::Duration;
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;

const SECOND: Duration = Duration::from_secs(1);

// ANCHOR: handlers
async fn help(who: &str) {
    sleep(10 * SECOND).await;
    println!("{who}: the helper is done");
}

async fn awaited() {
    help("awaited").await;
}

async fn spawned() {
    let _ = tokio::spawn(help("spawned")).await;
}

async fn spawned_with_a_token(stop: CancellationToken) {
    let _over = stop.clone().drop_guard();
    let helper = tokio::spawn(async move {
        if stop.run_until_cancelled(help("with a token")).await.is_none() {
            println!("with a token: the helper was told");
        }
    });
    let _ = helper.await;
}
// ANCHOR_END: handlers

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let request = CancellationToken::new();
    // Each handler is dropped after a second, as by a client that hangs up.
    let _ = timeout(SECOND, awaited()).await;
    let _ = timeout(SECOND, spawned()).await;
    let _ = timeout(SECOND, spawned_with_a_token(request)).await;
    sleep(60 * SECOND).await;
}
