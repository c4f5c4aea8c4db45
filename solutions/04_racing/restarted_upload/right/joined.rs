// Nothing here has to lose: both sides run to their end. `join!` polls both on one task, so neither
// is spawned, and both are dropped together.

mod station;

pub use station::Link;

use tokio::sync::mpsc::Receiver;

pub async fn serve(link: &Link, report: &str, pings: &mut Receiver<u32>) {
    // ANCHOR: joined
    let answers = async {
        while let Some(ping) = pings.recv().await {
            link.answer(ping);
        }
    };
    tokio::join!(link.upload(report), answers);
    // ANCHOR_END: joined
}

#[cfg(test)]
mod check;
