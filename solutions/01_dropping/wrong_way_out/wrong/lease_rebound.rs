// Why it tempts: the lease must go last, so the lease is made the first local.
// Why it fails: locals are dropped before parameters. The lease was the last parameter and became a local;
// the session is still a parameter, and is now the very last to go.
// Rejected by: the_lease_goes_last_wherever_it_is_dropped
// Says: In which order are locals and parameters dropped

mod site;

pub use site::{Lease, Session, Site, Snapshot, Upload};

pub async fn back_up(session: Session, lease: Lease) {
    // ANCHOR: mistake
    let _lease = lease;
    let _snapshot = session.snapshot().await;
    let mut upload = session.upload().await;
    // ANCHOR_END: mistake
    for file in ["accounts", "orders", "stock"] {
        upload.send(file).await;
    }
}

#[cfg(test)]
mod check;
