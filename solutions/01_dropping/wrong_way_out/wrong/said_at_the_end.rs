// Why it tempts: `drop` says it in so many words, in the right order.
// Why it fails: it says it on the last lines, and a cancelled future never gets there. What runs then is
// the order of the language: locals latest first, then parameters, last one first.
// Rejected by: the_lease_goes_last_wherever_it_is_dropped
// Says: "lease returned" came before "session closed"

mod site;

pub use site::{Lease, Session, Site, Snapshot, Upload};

pub async fn back_up(session: Session, lease: Lease) {
    let snapshot = session.snapshot().await;
    let mut upload = session.upload().await;
    for file in ["accounts", "orders", "stock"] {
        upload.send(file).await;
    }
    // ANCHOR: mistake
    drop(upload);
    drop(snapshot);
    drop(session);
    drop(lease);
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
