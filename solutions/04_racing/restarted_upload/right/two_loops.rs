// As long as the upload is under way, two branches; afterwards there is only one source.

mod station;

pub use station::Link;

use std::pin::pin;
use tokio::sync::mpsc::Receiver;

pub async fn serve(link: &Link, report: &str, pings: &mut Receiver<u32>) {
    let mut upload = pin!(link.upload(report));
    let mut open = true;
    loop {
        tokio::select! {
            () = &mut upload => break,
            ping = pings.recv(), if open => match ping {
                Some(ping) => link.answer(ping),
                None => open = false,
            },
        }
    }
    while let Some(ping) = pings.recv().await {
        link.answer(ping);
    }
}

#[cfg(test)]
mod check;
