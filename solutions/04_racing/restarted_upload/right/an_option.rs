// An `Option` holds the upload as long as there is one. `as_mut` lends it, and `None` cannot be
// polled.

mod station;

pub use station::Link;

use std::future::pending;
use tokio::sync::mpsc::Receiver;

pub async fn serve(link: &Link, report: &str, pings: &mut Receiver<u32>) {
    let mut upload = Some(Box::pin(link.upload(report)));
    let mut open = true;
    while upload.is_some() || open {
        let next = async {
            match upload.as_mut() {
                Some(upload) => upload.await,
                None => pending().await,
            }
        };
        tokio::select! {
            () = next => upload = None,
            ping = pings.recv(), if open => match ping {
                Some(ping) => link.answer(ping),
                None => open = false,
            },
        }
    }
}

#[cfg(test)]
mod check;
