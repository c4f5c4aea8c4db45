mod site;

pub use site::{Lease, Session, Site, Snapshot, Upload};

/// Sends the files of a snapshot over `session`, while `lease` keeps other backups away.
///
/// However it ends, they go in this order: the upload, the snapshot, the session, the lease.
pub async fn back_up(session: Session, lease: Lease) {
    // TODO: keep that order wherever the backup is cancelled, also before its first poll.
    let mut upload = session.upload().await;
    let _ = session.snapshot().await;
    for file in ["accounts", "orders", "stock"] {
        upload.send(file).await;
    }
    drop(upload);
    drop(session);
    drop(lease);
}

#[cfg(test)]
mod check;
