use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};

// ANCHOR: noted
/// Says so when it is dropped before it was defused.
struct Unfinished {
    what: &'static str,
    begun: Instant,
    is_defused: bool,
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if !self.is_defused {
            let how = if std::thread::panicking() { "panicked" } else { "was cancelled" };
            println!("{} {how} after {:?}", self.what, self.begun.elapsed());
        }
    }
}

async fn noted<T>(what: &'static str, work: impl Future<Output = T>) -> T {
    let mut unfinished = Unfinished { what, begun: Instant::now(), is_defused: false };
    let output = work.await;
    unfinished.is_defused = true;
    output
}
// ANCHOR_END: noted

async fn save(seconds: u64) -> Result<(), &'static str> {
    sleep(Duration::from_secs(seconds)).await;
    if seconds == 1 { Ok(()) } else { Err("the disk is full") }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let three_seconds = Duration::from_secs(3);
    let _ = timeout(three_seconds, noted("the first save", save(1))).await;
    let _ = timeout(three_seconds, noted("the second save", save(2))).await;
    let _ = timeout(three_seconds, noted("the third save", save(20))).await;
    drop(noted("the fourth save", save(1)));
}
