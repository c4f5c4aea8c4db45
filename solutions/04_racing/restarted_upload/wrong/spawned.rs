// Why it tempts: a spawned upload is not dropped when it loses a race, and nobody polls it but the
// runtime.
// Why it fails: it is not dropped when `serve` is, either: only the handle is. The upload goes on,
// and belongs to nobody.
// Rejected by: wherever_serve_is_dropped_no_upload_goes_on
// Says: To whom does it belong

mod station;

pub use station::Link;

use tokio::sync::mpsc::Receiver;

pub async fn serve(link: &Link, report: &str, pings: &mut Receiver<u32>) {
    let (link_of_task, report) = (link.clone(), report.to_owned());
    // ANCHOR: mistake
    let upload = tokio::spawn(async move { link_of_task.upload(&report).await });
    while let Some(ping) = pings.recv().await {
        link.answer(ping);
    }
    upload.await.expect("an upload does not panic");
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
