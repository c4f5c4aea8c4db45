// Why it tempts: a future that is done must not be polled again, so the loop ends with it.
// Why it fails: pings that come after the report are not answered.
// Rejected by: a_ping_is_answered_when_it_comes
// Says: believes that the station is dead

mod station;

pub use station::Link;

use std::pin::pin;
use tokio::sync::mpsc::Receiver;

pub async fn serve(link: &Link, report: &str, pings: &mut Receiver<u32>) {
    // ANCHOR: mistake
    let mut upload = pin!(link.upload(report));
    loop {
        tokio::select! {
            () = &mut upload => break,
            Some(ping) = pings.recv() => link.answer(ping),
        }
    }
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
