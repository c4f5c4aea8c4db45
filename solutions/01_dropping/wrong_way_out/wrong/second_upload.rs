// Why it tempts: try the upload once, and the snapshot only when it works.
// Why it fails: the upload that counts was begun before the snapshot was taken, so it outlives it.
// Rejected by: the_upload_ends_before_its_snapshot_wherever_it_is_dropped
// Says: "snapshot released" came before "upload ended"

mod site;

pub use site::{Lease, Session, Site, Snapshot, Upload};

pub async fn back_up(session: Session, _lease: Lease) {
    let session = session;
    // ANCHOR: mistake
    drop(session.upload().await);
    let mut upload = session.upload().await;
    let _snapshot = session.snapshot().await;
    // ANCHOR_END: mistake
    for file in ["accounts", "orders", "stock"] {
        upload.send(file).await;
    }
}

#[cfg(test)]
mod check;
