// Why it tempts: a report of ten seconds comes first, and pings can wait.
// Why it fails: for ten seconds nobody answers.
// Rejected by: a_ping_is_answered_when_it_comes
// Says: What did `serve` wait for

mod station;

pub use station::Link;

use tokio::sync::mpsc::Receiver;

pub async fn serve(link: &Link, report: &str, pings: &mut Receiver<u32>) {
    // ANCHOR: mistake
    link.upload(report).await;
    while let Some(ping) = pings.recv().await {
        link.answer(ping);
    }
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
