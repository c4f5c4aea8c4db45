// Why it tempts: the upload is more important than a ping, so it is asked first.
// Why it fails: it is asked first and answers `Pending`; then the ping wins, and the upload is
// dropped as before. The order says who wins a tie, not what becomes of the loser.
// Rejected by: a_ping_does_not_disturb_the_upload
// Says: Which line makes an upload

mod station;

pub use station::Link;

use tokio::sync::mpsc::Receiver;

pub async fn serve(link: &Link, report: &str, pings: &mut Receiver<u32>) {
    let mut sent = false;
    loop {
        // ANCHOR: mistake
        tokio::select! {
            biased;
            () = link.upload(report), if !sent => sent = true,
            Some(ping) = pings.recv() => link.answer(ping),
            else => break,
        }
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
