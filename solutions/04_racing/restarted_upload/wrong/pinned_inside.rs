// Why it tempts: `&mut upload`, as everybody says, and the compiler is content.
// Why it fails: the line that makes the upload still runs in every round, and the old one is
// dropped at the end of the round in which it lost.
// Rejected by: a_ping_does_not_disturb_the_upload
// Says: Which line makes an upload

mod station;

pub use station::Link;

use std::pin::pin;
use tokio::sync::mpsc::Receiver;

pub async fn serve(link: &Link, report: &str, pings: &mut Receiver<u32>) {
    let mut sent = false;
    loop {
        // ANCHOR: mistake
        let mut upload = pin!(link.upload(report));
        tokio::select! {
            () = &mut upload, if !sent => sent = true,
            Some(ping) = pings.recv() => link.answer(ping),
            else => break,
        }
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
