// Why it tempts: a lease that is never dropped cannot be dropped too early.
// Why it fails: it is given back by hand at the end, and a cancelled future does not come to the end. No
// other backup will ever begin.
// Rejected by: all_is_given_back_once_wherever_it_is_dropped
// Says: "lease returned" is in the log 0 times

mod site;

pub use site::{Lease, Session, Site, Snapshot, Upload};
use std::mem::ManuallyDrop;

pub async fn back_up(session: Session, lease: Lease) {
    // ANCHOR: mistake
    let lease = ManuallyDrop::new(lease);
    // ANCHOR_END: mistake
    {
        let connection = session;
        let _snapshot = connection.snapshot().await;
        let mut upload = connection.upload().await;
        for file in ["accounts", "orders", "stock"] {
            upload.send(file).await;
        }
    }
    drop(ManuallyDrop::into_inner(lease));
}

#[cfg(test)]
mod check;
