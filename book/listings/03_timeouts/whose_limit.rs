use std::future::pending;
use std::io;
use std::time::Duration;
use tokio::time::timeout;

const SECOND: Duration = Duration::from_secs(1);

// ANCHOR: main
/// Waits for an answer that does not come.
async fn ask() -> io::Result<()> {
    pending().await
}

async fn ask_for(limit: Duration) -> io::Result<()> {
    timeout(limit, ask()).await?
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    for (inner, outer) in [(1, 2), (2, 1), (1, 1)] {
        let answer = timeout(outer * SECOND, timeout(inner * SECOND, ask())).await;
        println!("{inner} s inside {outer} s: {}", match answer {
            Err(_) => "the outer one",
            Ok(Err(_)) => "the inner one",
            Ok(Ok(_)) => "an answer",
        });
    }

    let error = ask_for(SECOND).await.expect_err("nobody answers");
    println!("{:?}: {error}", error.kind());
}
// ANCHOR_END: main
