// Locals are dropped latest first, and before the parameters. A suspended body drops its parameters in
// reverse order, the lease before the session; so the session becomes a local, and is dropped before the
// lease, which may stay what it is. Before the first poll there is no body yet: then the future holds the
// bare parameters and drops them in the order in which they are declared, the session before the lease.

#[path = "../../exercises/01_dropping/wrong_way_out/src/site.rs"]
mod site;

pub use site::{Lease, Session, Site, Snapshot, Upload};

/// Sends the files of a snapshot over `session`, while `lease` keeps other backups away.
///
/// However it ends, they go in this order: the upload, the snapshot, the session, the lease.
pub async fn back_up(session: Session, _lease: Lease) {
    let session = session;
    let _snapshot = session.snapshot().await;
    let mut upload = session.upload().await;
    for file in ["accounts", "orders", "stock"] {
        upload.send(file).await;
    }
}

#[cfg(test)]
#[path = "../../exercises/01_dropping/wrong_way_out/src/check.rs"]
mod check;
