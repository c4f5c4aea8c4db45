// Why it tempts: one branch takes all that comes, and on `None` there is nothing to answer.
// Why it fails: a closed channel is ready with `None` for ever. While the upload waits for its next
// second, the loop goes round, and on a paused clock that second never comes.
// Rejected by: the_report_is_sent_although_nobody_pings_any_more
// Says: goes round and round

mod station;

pub use station::Link;

use std::pin::pin;
use tokio::sync::mpsc::Receiver;

pub async fn serve(link: &Link, report: &str, pings: &mut Receiver<u32>) {
    let mut upload = pin!(link.upload(report));
    let (mut sent, mut open) = (false, true);
    while !sent || open {
        // ANCHOR: mistake
        tokio::select! {
            () = &mut upload, if !sent => sent = true,
            ping = pings.recv() => match ping {
                Some(ping) => link.answer(ping),
                None => open = false,
            },
        }
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
