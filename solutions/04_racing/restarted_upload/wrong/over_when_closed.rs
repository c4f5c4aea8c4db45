// Why it tempts: no more pings, no more work.
// Why it fails: the report is under way when the last ping has come, and is dropped with `serve`.
// Rejected by: the_report_is_sent_although_nobody_pings_any_more
// Says: never got to its end

mod station;

pub use station::Link;

use std::pin::pin;
use tokio::sync::mpsc::Receiver;

pub async fn serve(link: &Link, report: &str, pings: &mut Receiver<u32>) {
    let mut upload = pin!(link.upload(report));
    let mut sent = false;
    loop {
        // ANCHOR: mistake
        tokio::select! {
            () = &mut upload, if !sent => sent = true,
            ping = pings.recv() => match ping {
                Some(ping) => link.answer(ping),
                None => break,
            },
        }
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
