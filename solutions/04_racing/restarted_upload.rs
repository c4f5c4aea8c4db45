// The expressions of a `select!` are evaluated in each round, so a future that is made in a branch begins anew
// each time. This one is made outside and lent: a round that it loses drops a reference. Once it is done it
// must not be polled again, so its branch is off from then on; and when no more pings can come either, `else`
// sees the end.

#[path = "../../exercises/04_racing/restarted_upload/src/station.rs"]
mod station;

pub use station::Link;

use std::pin::pin;
use tokio::sync::mpsc::Receiver;

/// Sends the report, and answers each ping when it comes: before the report is sent and after.
///
/// Returns when the report is sent and there will be no more pings.
pub async fn serve(link: &Link, report: &str, pings: &mut Receiver<u32>) {
    let mut upload = pin!(link.upload(report));
    let mut sent = false;
    loop {
        tokio::select! {
            () = &mut upload, if !sent => sent = true,
            // The pattern refuses only `None`, and after that there is nothing left to be taken.
            Some(ping) = pings.recv() => link.answer(ping),
            else => break,
        }
    }
}

#[cfg(test)]
#[path = "../../exercises/04_racing/restarted_upload/src/check.rs"]
mod check;
