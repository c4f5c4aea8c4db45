// Why it tempts: made once, outside, and lent to every round.
// Why it fails: when the upload is done, the next round polls it again. A future must not be polled
// after it has returned `Ready`, and that of an `async fn` panics.
// Rejected by: a_ping_does_not_disturb_the_upload
// Says: resumed after completion

mod station;

pub use station::Link;

use std::pin::pin;
use tokio::sync::mpsc::Receiver;

pub async fn serve(link: &Link, report: &str, pings: &mut Receiver<u32>) {
    // ANCHOR: mistake
    let mut upload = pin!(link.upload(report));
    loop {
        tokio::select! {
            () = &mut upload => {}
            Some(ping) = pings.recv() => link.answer(ping),
            else => break,
        }
    }
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
