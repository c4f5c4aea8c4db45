// Why it tempts: everything has a name now, and the lease is safe.
// Why it fails: the snapshot was taken after the upload was begun, so it goes before it.
// Rejected by: the_upload_ends_before_its_snapshot_wherever_it_is_dropped
// Says: "snapshot released" came before "upload ended"

mod site;

pub use site::{Lease, Session, Site, Snapshot, Upload};

pub async fn back_up(session: Session, lease: Lease) {
    let _lease = lease;
    let connection = session;
    // ANCHOR: mistake
    let mut upload = connection.upload().await;
    let _snapshot = connection.snapshot().await;
    // ANCHOR_END: mistake
    for file in ["accounts", "orders", "stock"] {
        upload.send(file).await;
    }
}

#[cfg(test)]
mod check;
