// Why it tempts: the same two lines as the answer, in an async block instead of an `async fn`.
// Why it fails: an async block holds what it captures in the order in which its body mentions it. Dropped
// before its first poll, it lets the lease go first.
// Rejected by: the_lease_goes_last_even_before_the_first_poll
// Says: The body never ran

mod site;

pub use site::{Lease, Session, Site, Snapshot, Upload};

// ANCHOR: mistake
pub fn back_up(session: Session, lease: Lease) -> impl Future<Output = ()> {
    async move {
        let _lease = lease;
        let connection = session;
        // ANCHOR_END: mistake
        let _snapshot = connection.snapshot().await;
        let mut upload = connection.upload().await;
        for file in ["accounts", "orders", "stock"] {
            upload.send(file).await;
        }
    }
}

#[cfg(test)]
mod check;
