use std::future::{pending, ready};
use std::time::Duration;
use tokio::time::{Instant, sleep, sleep_until, timeout, timeout_at};

const SECOND: Duration = Duration::from_secs(1);

// ANCHOR: main
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let long_ago = Instant::now();
    sleep(3600 * SECOND).await;

    let won = timeout(Duration::ZERO, ready("tea")).await;
    println!("no time, ready:          {won:?}");

    let won = timeout_at(long_ago, ready("tea")).await;
    println!("an hour late, ready:     {won:?}");

    let same = Instant::now() + SECOND;
    let won = timeout_at(same, sleep_until(same)).await;
    println!("both in the same moment: {won:?}");

    let won = timeout(Duration::ZERO, pending::<()>()).await;
    println!("no time, pending:        {won:?}");

    let clock = sleep_until(long_ago);
    let won = tokio::select! {
        biased;
        () = clock => "the clock",
        tea = ready("tea") => tea,
    };
    println!("the clock asked first:   {won}");
}
// ANCHOR_END: main
