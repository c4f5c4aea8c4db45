// Locals are dropped latest first, so what must go last has to be bound first. That also puts right what
// parameters do: a suspended body drops them in reverse order, the lease before the session, but by then
// they have been moved into locals. Before the first poll there is no body yet: then the future holds the
// bare parameters and drops them in the order in which they are declared, the session before the lease.

#[path = "../../exercises/01_dropping/wrong_way_out/src/site.rs"]
mod site;

pub use site::{Lease, Session, Site, Snapshot, Upload};

/// Sends the files of a snapshot over `session`, while `lease` keeps other backups away.
///
/// However it ends, they go in this order: the upload, the snapshot, the session, the lease.
pub async fn back_up(session: Session, lease: Lease) {
    let _until_the_end = lease;
    let connection = session;
    let _frozen = connection.snapshot().await;
    let mut upload = connection.upload().await;
    for file in ["accounts", "orders", "stock"] {
        upload.send(file).await;
    }
}

#[cfg(test)]
#[path = "../../exercises/01_dropping/wrong_way_out/src/check.rs"]
mod check;
