// Why it tempts: locals go in reverse order, so a tuple with the lease in front gives it back last.
// Why it fails: the tuple is one local. Its fields, like those of a struct, go in the order in which they
// are declared.
// Rejected by: the_lease_goes_last_wherever_it_is_dropped
// Says: "lease returned" came before "session closed"

mod site;

pub use site::{Lease, Session, Site, Snapshot, Upload};

pub async fn back_up(session: Session, lease: Lease) {
    // ANCHOR: mistake
    let held = (lease, session);
    let _snapshot = held.1.snapshot().await;
    // ANCHOR_END: mistake
    let mut upload = held.1.upload().await;
    for file in ["accounts", "orders", "stock"] {
        upload.send(file).await;
    }
}

#[cfg(test)]
mod check;
