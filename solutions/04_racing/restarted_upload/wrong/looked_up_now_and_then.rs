// Why it tempts: `timeout` on a reference drops nothing; between two stretches of the upload one
// may look for pings.
// Why it fails: a ping waits for the end of the stretch. A shorter one makes the wait shorter, and
// wakes the station more often for nothing.
// Rejected by: a_ping_is_answered_when_it_comes
// Says: What did `serve` wait for

mod station;

pub use station::Link;

use std::pin::pin;
use std::time::Duration;
use tokio::sync::mpsc::Receiver;
use tokio::time::timeout;

pub async fn serve(link: &Link, report: &str, pings: &mut Receiver<u32>) {
    let mut upload = pin!(link.upload(report));
    // ANCHOR: mistake
    while timeout(Duration::from_millis(100), &mut upload).await.is_err() {
        while let Ok(ping) = pings.try_recv() {
            link.answer(ping);
        }
    }
    // ANCHOR_END: mistake
    while let Some(ping) = pings.recv().await {
        link.answer(ping);
    }
}

#[cfg(test)]
mod check;
