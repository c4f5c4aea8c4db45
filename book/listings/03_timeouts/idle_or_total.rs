use std::pin::pin;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};
use tokio::time::{Instant, interval, sleep};

const SECOND: Duration = Duration::from_secs(1);

// ANCHOR: loops
async fn idle(mut bytes: DuplexStream) -> &'static str {
    loop {
        tokio::select! {
            biased;
            byte = bytes.read_u8() => if byte.is_err() { return "the end" },
            () = sleep(SECOND) => return "the limit",
        }
    }
}

async fn total(mut bytes: DuplexStream) -> &'static str {
    let mut limit = pin!(sleep(SECOND));
    loop {
        tokio::select! {
            biased;
            byte = bytes.read_u8() => if byte.is_err() { return "the end" },
            () = &mut limit => return "the limit",
        }
    }
}

async fn by_interval(mut bytes: DuplexStream) -> &'static str {
    loop {
        let mut ticks = interval(SECOND);
        tokio::select! {
            biased;
            byte = bytes.read_u8() => if byte.is_err() { return "the end" },
            _ = ticks.tick() => return "the limit",
        }
    }
}
// ANCHOR_END: loops

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    report("sleep in the loop", idle(trickle())).await;
    report("sleep before it", total(trickle())).await;
    report("interval in the loop", by_interval(trickle())).await;
}

/// Twenty bytes, one every 400 milliseconds.
fn trickle() -> DuplexStream {
    let (mut sender, receiver) = duplex(20);
    tokio::spawn(async move {
        for _ in 0..20 {
            sleep(Duration::from_millis(400)).await;
            if sender.write_u8(b'.').await.is_err() {
                return; // Nobody reads any more.
            }
        }
    });
    receiver
}

async fn report(name: &str, reading: impl Future<Output = &'static str>) {
    let start = Instant::now();
    let end = reading.await;
    println!("{name:20} {end:9} after {:?}", start.elapsed());
}
