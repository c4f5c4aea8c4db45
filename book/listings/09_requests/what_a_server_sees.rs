use std::future::pending;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};
use tokio::time::{Instant, sleep};

const SECOND: Duration = Duration::from_secs(1);

struct Wire {
    stream: DuplexStream,
    /// What was read and not been used yet.
    unread: Vec<u8>,
}

// ANCHOR: watch
impl Wire {
    async fn watch(&mut self, how: &str) {
        match how {
            "never" => pending().await,
            // Reads ahead once, and not if there is something to use already.
            "once" => {
                if !self.unread.is_empty() || self.read().await > 0 {
                    pending().await
                }
            }
            "always" => while self.read().await > 0 {},
            _ => unreachable!("there are three ways"),
        }
    }

    async fn read(&mut self) -> usize {
        self.stream.read_buf(&mut self.unread).await.expect("the wire does not fail")
    }
}
// ANCHOR_END: watch

/// Takes one request, works on it for ten seconds, and says when it stopped.
async fn serve(stream: DuplexStream, how: &str) -> Duration {
    let mut wire = Wire { stream, unread: Vec::new() };
    let end_of_head = loop {
        wire.read().await;
        if let Some(end) = wire.unread.iter().position(|byte| *byte == b'\n') {
            break end;
        }
    };
    wire.unread.drain(..=end_of_head);
    let begun = Instant::now();
    tokio::select! {
        () = sleep(10 * SECOND) => {}
        () = wire.watch(how) => {}
    }
    begun.elapsed()
}

async fn client(mut wire: DuplexStream, does: &str) {
    let request = if does.contains("body") { "store\nhalf a bo" } else { "find\n" };
    wire.write_all(request.as_bytes()).await.expect("the server is there");
    sleep(SECOND).await;
    match does {
        "ends its side, and reads" => wire.shutdown().await.expect("the server is there"),
        "asks again, and closes" => {
            wire.write_all(b"find\n").await.expect("the server is there");
            return;
        }
        "loses its power" => {}
        _ => return, // To close is to drop the wire.
    }
    sleep(60 * SECOND).await;
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    println!("{:30}{:>8}{:>8}{:>8}", "the server looks", "never", "once", "always");
    for does in [
        "closes",
        "ends its side, and reads",
        "asks again, and closes",
        "sends half a body, and closes",
        "loses its power",
    ] {
        print!("{does:30}");
        for how in ["never", "once", "always"] {
            let (near, far) = duplex(64);
            let (stopped, ()) = tokio::join!(serve(near, how), client(far, does));
            print!("{:>8}", format!("{} s", stopped.as_secs()));
        }
        println!();
    }
}
