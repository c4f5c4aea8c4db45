mod station;

pub use station::Link;

use tokio::sync::mpsc::Receiver;

/// Sends the report, and answers each ping when it comes: before the report is sent and after.
///
/// Returns when the report is sent and there will be no more pings.
pub async fn serve(link: &Link, report: &str, pings: &mut Receiver<u32>) {
    loop {
        // TODO: send the report once, whatever comes meanwhile.
        tokio::select! {
            () = link.upload(report) => {}
            Some(ping) = pings.recv() => link.answer(ping),
            else => break,
        }
    }
}

#[cfg(test)]
mod check;
