// One local, whose fields go in the order in which they stand.

mod site;

pub use site::{Lease, Session, Site, Snapshot, Upload};

pub async fn back_up(session: Session, lease: Lease) {
    let held = (session, lease);
    let snapshot = held.0.snapshot().await;
    let mut upload = held.0.upload().await;
    for file in ["accounts", "orders", "stock"] {
        upload.send(file).await;
    }
    drop(upload);
    drop(snapshot);
}

#[cfg(test)]
mod check;
